using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HnCe.Graph.Server;

/// <summary>Reads descriptions from the XML documentation files beside the assemblies, so that a field is described once, in its comment.</summary>
internal static partial class Documentation
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    public static string? Of(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    public static string? Of(MemberInfo member)
    {
        var owner = member.DeclaringType!;
        var own = Text(Find(owner.Assembly, IdOf(member))?.Element("summary"));
        return own ?? OfRecordParameter(owner, member.Name) ?? OfInterfaceMember(owner, member.Name);
    }

    public static string? Of(ParameterInfo parameter) =>
        Parameter(Find(parameter.Member.Module.Assembly, IdOf(parameter.Member)), parameter.Name!);

    private static string? OfRecordParameter(Type owner, string name) => Parameter(Find(owner.Assembly, $"T:{NameOf(owner)}"), name);

    private static string? OfInterfaceMember(Type owner, string name) => owner.IsInterface
        ? null
        : owner.GetInterfaces().SelectMany(type => type.GetMember(name)).Select(Of).FirstOrDefault(text => text is not null);

    private static string? Parameter(XElement? element, string name) =>
        Text(element?.Elements("param").FirstOrDefault(param => param.Attribute("name")?.Value == name));

    private static XElement? Find(Assembly assembly, string id) => Files.GetOrAdd(assembly, Load).GetValueOrDefault(id);

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        return File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value)
            : [];
    }

    private static string IdOf(MemberInfo member) => member switch
    {
        PropertyInfo => $"P:{NameOf(member.DeclaringType!)}.{member.Name}",
        FieldInfo => $"F:{NameOf(member.DeclaringType!)}.{member.Name}",
        MethodInfo method => $"M:{NameOf(member.DeclaringType!)}.{member.Name}{Parameters(method)}",
        _ => "",
    };

    private static string Parameters(MethodInfo method) => method.GetParameters() is { Length: > 0 } parameters
        ? $"({string.Join(',', parameters.Select(parameter => ReferenceTo(parameter.ParameterType)))})"
        : "";

    private static string NameOf(Type type) =>
        (type is { IsGenericType: true, IsGenericTypeDefinition: false } ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string ReferenceTo(Type type) => type switch
    {
        { IsArray: true } => ReferenceTo(type.GetElementType()!) + "[]",
        { IsGenericParameter: true } => $"`{type.GenericParameterPosition}",
        { IsGenericType: true } => $"{Arity().Replace(NameOf(type), "")}{{{string.Join(',', type.GetGenericArguments().Select(ReferenceTo))}}}",
        _ => NameOf(type),
    };

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var words = string.Concat(element.Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" } reference => LastName(reference),
            XElement other => other.Value,
            _ => "",
        }));
        var clean = Spaces().Replace(words, " ").Trim();
        return clean.Length == 0 ? null : clean;
    }

    private static string LastName(XElement reference) =>
        (reference.Attribute("cref") ?? reference.Attribute("name") ?? reference.Attribute("langword"))?.Value.Split('.', ':')[^1] ?? reference.Value;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();
}
