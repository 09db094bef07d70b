using System.Reflection;
using GraphQL.Types;
using HnCe.Domain.Data;

namespace HnCe.Graph.Server;

/// <summary>Reads the fields of a static feature class; they are copied into a root or into a view.</summary>
/// <typeparam name="TModule">The feature class.</typeparam>
internal sealed class ModuleType<TModule> : AutoRegisteringObjectGraphType<TModule>
{
    protected override FieldType? CreateField(MemberInfo memberInfo) => Members.Describe(base.CreateField(memberInfo), memberInfo);

    protected override void ApplyArgumentAttributes(ParameterInfo parameterInfo, QueryArgument queryArgument)
    {
        base.ApplyArgumentAttributes(parameterInfo, queryArgument);
        Members.Describe(queryArgument, parameterInfo);
    }

    protected override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo) =>
        Members.Inject(base.GetArgumentInformation<TParameterType>(fieldType, parameterInfo));
}

/// <summary>An object type made from a view, with the fields that other features add to it.</summary>
/// <typeparam name="TView">The view.</typeparam>
internal sealed class ViewType<TView> : AutoRegisteringObjectGraphType<TView>
{
    public ViewType(Modules modules)
    {
        Description = Documentation.Of(typeof(TView));
        foreach (var view in ViewNames.InterfacesOf(typeof(TView)))
        {
            Interface(typeof(InterfaceType<>).MakeGenericType(view));
        }

        foreach (var field in Members.Added(typeof(TView), modules))
        {
            AddField(field);
        }
    }

    protected override FieldType? CreateField(MemberInfo memberInfo) => Members.Describe(base.CreateField(memberInfo), memberInfo);

    protected override void ApplyArgumentAttributes(ParameterInfo parameterInfo, QueryArgument queryArgument)
    {
        base.ApplyArgumentAttributes(parameterInfo, queryArgument);
        Members.Describe(queryArgument, parameterInfo);
    }

    protected override ArgumentInformation GetArgumentInformation<TParameterType>(FieldType fieldType, ParameterInfo parameterInfo) =>
        Members.Inject(base.GetArgumentInformation<TParameterType>(fieldType, parameterInfo));
}

/// <summary>An interface type made from a C# interface of views.</summary>
/// <typeparam name="TView">The C# interface.</typeparam>
internal sealed class InterfaceType<TView> : AutoRegisteringInterfaceGraphType<TView>
{
    public InterfaceType(Modules modules)
    {
        Description = Documentation.Of(typeof(TView));
        foreach (var view in ViewNames.InterfacesOf(typeof(TView)))
        {
            Interface(typeof(InterfaceType<>).MakeGenericType(view));
        }

        foreach (var field in Members.Added(typeof(TView), modules))
        {
            field.Resolver = null;
            AddField(field);
        }
    }

    protected override FieldType? CreateField(MemberInfo memberInfo) => Members.Describe(base.CreateField(memberInfo), memberInfo);

    protected override void ApplyArgumentAttributes(ParameterInfo parameterInfo, QueryArgument queryArgument)
    {
        base.ApplyArgumentAttributes(parameterInfo, queryArgument);
        Members.Describe(queryArgument, parameterInfo);
    }
}

/// <summary>An input type made from a class or record.</summary>
/// <typeparam name="TInput">The class or record.</typeparam>
internal sealed class InputType<TInput> : AutoRegisteringInputObjectGraphType<TInput>
{
    public InputType() => Description = Documentation.Of(typeof(TInput));

    protected override FieldType? CreateField(MemberInfo memberInfo)
    {
        var field = Members.Describe(base.CreateField(memberInfo), memberInfo);
        if (field is not null && Keys.ReaderFor(((PropertyInfo)memberInfo).PropertyType) is { } reader)
        {
            field.Parser = reader;
        }

        return field;
    }
}

/// <summary>An enum type; its values are written in CONSTANT_CASE.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
internal sealed class EnumType<TEnum> : EnumerationGraphType<TEnum>
    where TEnum : struct, Enum
{
    public EnumType()
    {
        Description = Documentation.Of(typeof(TEnum));
        foreach (var value in Values)
        {
            value.Description = Documentation.Of(typeof(TEnum).GetField(value.Value!.ToString()!)!);
        }
    }
}

/// <summary>Says which graph type stands for a C# type.</summary>
internal sealed class GraphTypes : IGraphTypeMappingProvider
{
    private static readonly Dictionary<Type, Type> Scalars = new()
    {
        [typeof(DateOnly)] = typeof(DateScalar),
        [typeof(DateTimeOffset)] = typeof(DateTimeScalar),
        [typeof(DateTime)] = typeof(DateTimeScalar),
        [typeof(decimal)] = typeof(DecimalScalar),
    };

    public Type? GetGraphTypeFromClrType(Type clrType, bool isInputType, Type? preferredType)
    {
        if (clrType == typeof(long))
        {
            throw new InvalidOperationException("A 64-bit number does not survive JavaScript: use Key<TView> for keys, int or decimal for amounts.");
        }

        return preferredType ?? (clrType switch
        {
            _ when Scalars.TryGetValue(clrType, out var scalar) => scalar,
            _ when Keys.IsKey(clrType) => typeof(IdScalar),
            _ when clrType.IsEnum => typeof(EnumType<>).MakeGenericType(clrType),
            _ when SchemaTypes.BuiltInScalarMappings.ContainsKey(clrType) => null,
            _ when isInputType => typeof(InputType<>).MakeGenericType(clrType),
            { IsInterface: true } => typeof(InterfaceType<>).MakeGenericType(clrType),
            { IsGenericType: true } when clrType.GetGenericTypeDefinition() == typeof(Page<>) => typeof(ConnectionType<>).MakeGenericType(clrType.GetGenericArguments()),
            _ => typeof(ViewType<>).MakeGenericType(clrType),
        });
    }
}
