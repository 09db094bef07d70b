using System.Collections;

namespace HnCe.Graph.Server;

/// <summary>
/// The key behind an opaque id, for arguments and inputs: an <c>ID</c> in the schema, a number in C#.
/// An id of another type, or garbage, reads as a key that no row has, so it is simply not found.
/// </summary>
/// <typeparam name="TView">The view, or interface of views, whose ids are meant.</typeparam>
/// <param name="Value">Key of the row; 0 for no row.</param>
/// <param name="Unreadable">What was sent instead of such an id; null for an id.</param>
public readonly record struct Key<TView>(long Value, string? Unreadable = null) : IKey
    where TView : class
{
    /// <summary>Reads an opaque id.</summary>
    public static Key<TView> Read(string? id) =>
        GlobalId.TryDecode(id, out var type, out var key) && ViewNames.ConcreteNamesOf(typeof(TView)).Contains(type) ? new(key) : new(0, id);

    string IKey.Encode() => GlobalId.Encode(ViewNames.Of(typeof(TView)), Value);
}

internal interface IKey
{
    string Encode();
}

/// <summary>Keys of many ids.</summary>
internal static class KeyList
{
    /// <summary>The keys of rows, in the order of the ids.</summary>
    public static IReadOnlyList<long> Values<TView>(this IReadOnlyList<Key<TView>> ids)
        where TView : class => [.. ids.Select(id => id.Value)];
}

/// <summary>Turns the text of ids into keys where a parameter or an input property wants keys.</summary>
internal static class Keys
{
    public static bool IsKey(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Key<>);

    /// <summary>How to read a key, an optional key, or a list of keys; null when the type is none of these.</summary>
    public static Func<object, object>? ReaderFor(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsKey(type))
        {
            var read = ReadOne(type);
            return id => read((string)id);
        }

        var item = type.IsGenericType ? type.GetGenericArguments()[0] : type.GetElementType();
        return item is not null && IsKey(item) ? ids => ReadMany(item, (IEnumerable)ids) : null;
    }

    private static Array ReadMany(Type key, IEnumerable ids)
    {
        var read = ReadOne(key);
        var keys = ids.Cast<string?>().Select(read).ToArray();
        var typed = Array.CreateInstance(key, keys.Length);
        keys.CopyTo(typed, 0);
        return typed;
    }

    private static Func<string?, object> ReadOne(Type key)
    {
        var method = key.GetMethod(nameof(Key<>.Read))!;
        return id => method.Invoke(null, [id])!;
    }
}
