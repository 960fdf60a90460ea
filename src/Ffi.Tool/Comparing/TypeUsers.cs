using Ffi.Headers.Digest;

namespace Ffi.Tool.Comparing;

/// <summary>The functions that take or return a type, be it behind pointers, typedefs or callbacks.</summary>
internal sealed class TypeUsers
{
    private readonly Dictionary<string, List<string>> _users = new(StringComparer.Ordinal);

    public TypeUsers(HeaderDigest digest)
    {
        Dictionary<string, CTypedef> typedefs = digest
            .Typedefs.GroupBy(static item => item.Name)
            .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);
        foreach (CFunction function in digest.Functions)
        {
            HashSet<string> names = new(StringComparer.Ordinal);
            foreach (CType type in function.Parameters.Select(static parameter => parameter.Type.First).Append(function.Result.First))
            {
                Add(type, typedefs, names);
            }

            foreach (string name in names)
            {
                if (!_users.TryGetValue(name, out List<string>? users))
                {
                    _users.Add(name, users = []);
                }

                users.Add(function.Name);
            }
        }
    }

    /// <summary>Their names, in the header's order.</summary>
    public IReadOnlyList<string> Of(string type) => _users.TryGetValue(type, out List<string>? users) ? users : [];

    private static void Add(CType type, Dictionary<string, CTypedef> typedefs, HashSet<string> names)
    {
        switch (type)
        {
            case NamedType { Name: var name }:
                if (names.Add(name) && typedefs.TryGetValue(name, out CTypedef? typedef))
                {
                    Add(typedef.Type.First, typedefs, names);
                }

                break;
            case PointerType pointer:
                Add(pointer.Target, typedefs, names);
                break;
            case ArrayType array:
                Add(array.Element, typedefs, names);
                break;
            case FunctionType function:
                Add(function.Result, typedefs, names);
                foreach (FunctionTypeParameter parameter in function.Parameters)
                {
                    Add(parameter.Type, typedefs, names);
                }

                break;
        }
    }
}
