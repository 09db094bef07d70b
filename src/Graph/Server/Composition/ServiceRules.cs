using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace HnCe.Graph.Server;

/// <summary>Every service that a field asks for is registered, or the host does not start.</summary>
internal static class ServiceRules
{
    public static void Check(ISchema schema, IServiceProviderIsService registered)
    {
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>())
        {
            foreach (var field in type.Fields)
            {
                foreach (var service in field.GetMetadata<IEnumerable<Type>?>(FromServicesAttribute.REQUIRED_SERVICES_METADATA, (IEnumerable<Type>?)null) ?? [])
                {
                    if (!registered.IsService(service))
                    {
                        throw new InvalidOperationException($"{type.Name}.{field.Name} asks for {service.Name}, which is not registered.");
                    }
                }
            }
        }
    }
}
