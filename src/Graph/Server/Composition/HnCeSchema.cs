using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>The one schema: every feature class of the scanned assemblies, merged into Query, Mutation and Subscription.</summary>
internal sealed class HnCeSchema : Schema
{
    private readonly Modules modules;

    public HnCeSchema(Modules modules)
        : base(new TypeFactory(modules))
    {
        this.modules = modules;
        Features.RepeatableDirectives = true;
        Features.DeprecationOfInputValues = true;
        Description = $"河南省专业技术人员继续教育信息管理系统: continuing education of professional and technical staff of Henan province. Schema version {SchemaFile.Version}.";
        Query = Root("Query", "Everything that can be read.", modules.Queries);
        Mutation = modules.Mutations.Any() ? Root("Mutation", "Everything that can be done; one field per business action.", modules.Mutations) : null;
        Subscription = modules.Subscriptions.Any() ? Root("Subscription", "Everything that can be followed as it happens.", modules.Subscriptions) : null;
        foreach (var view in modules.ViewsBehindInterfaces)
        {
            RegisterType(typeof(ViewType<>).MakeGenericType(view));
        }
    }

    /// <summary>Builds all types and checks the rules; throws where a field breaks them.</summary>
    public HnCeSchema Checked()
    {
        Initialize();
        LetDirectivesListDeprecatedArguments();
        AccessRules.Check(this);
        ShapeRules.Check(this, modules);
        return this;
    }

    // The package gives this argument to fields only; tools that ask for deprecated inputs ask directives for it, too.
    private void LetDirectivesListDeprecatedArguments()
    {
        var ofField = ((IObjectGraphType)AllTypes["__Field"]!).GetField("args")!;
        ((IObjectGraphType)AllTypes["__Directive"]!).GetField("args")!.Arguments = ofField.Arguments;
    }

    private static ObjectGraphType Root(string name, string description, IEnumerable<Type> modules)
    {
        var root = new ObjectGraphType { Name = name, Description = description };
        foreach (var module in modules.OrderBy(module => module.FullName, StringComparer.Ordinal))
        {
            foreach (var field in Modules.FieldsOf(module))
            {
                root.AddField(AccessRules.Checked(field, module));
            }
        }

        return root;
    }

    /// <summary>Makes graph types with what they ask for. No host lends its services: the schema outlives it.</summary>
    private sealed class TypeFactory(Modules modules) : IServiceProvider
    {
        private readonly ServiceProvider services =
            new ServiceCollection().AddSingleton(modules).AddSingleton<IGraphTypeMappingProvider, GraphTypes>().BuildServiceProvider();

        public object? GetService(Type serviceType) => services.GetService(serviceType)
            ?? (typeof(IGraphType).IsAssignableFrom(serviceType) ? ActivatorUtilities.CreateInstance(services, serviceType) : null);
    }
}
