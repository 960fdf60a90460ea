using Ffi.Headers.Checking.Declarations;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Checking;

/// <summary>Types of .NET that stand for types of C, as signatures say; to be compared by themselves, once.</summary>
internal sealed class TypePairs
{
    private readonly HashSet<(ManagedStruct, string, PlatformSet)> _known = [];
    private readonly HashSet<(ManagedEnum, string)> _knownEnums = [];
    private readonly Dictionary<(ManagedStruct, string, PlatformSet), StructPair> _pairs = [];
    private readonly Queue<StructPair> _structs = new();

    /// <summary>The enums, in order.</summary>
    public List<(ManagedEnum Managed, CEnum Native)> Enums { get; } = [];

    /// <summary>Whether a struct of .NET has found its counterpart.</summary>
    public bool Knows(ManagedStruct managed) => _known.Any(pair => ReferenceEquals(pair.Item1, managed));

    /// <summary>Notes that a struct stands for a record.</summary>
    /// <param name="managed">The struct.</param>
    /// <param name="native">The record.</param>
    /// <param name="site">Where it says so.</param>
    /// <param name="uses">Who makes the values, and how many.</param>
    public void Add(ManagedStruct managed, CRecord native, ValueSite site, StructUses uses)
    {
        // Where platforms differ in more than types, there are several of one name.
        var key = (managed, native.Name, native.Platforms);
        if (_known.Add(key))
        {
            StructPair pair = new(managed, native, site);
            _pairs.Add(key, pair);
            _structs.Enqueue(pair);
        }

        _pairs[key].Uses |= uses;
    }

    /// <summary>Notes that an enum stands for C's.</summary>
    public void Add(ManagedEnum managed, CEnum native)
    {
        if (native.Members.Count > 0 && _knownEnums.Add((managed, native.Members[0].Name)))
        {
            Enums.Add((managed, native));
        }
    }

    /// <summary>The next pair that was not compared yet; null if there is none.</summary>
    public StructPair? Next() => _structs.Count > 0 ? _structs.Dequeue() : null;
}

/// <summary>A struct of .NET and the record that it stands for.</summary>
internal sealed class StructPair(ManagedStruct managed, CRecord native, ValueSite site)
{
    public ManagedStruct Managed { get; } = managed;

    public CRecord Native { get; } = native;

    public ValueSite Site { get; } = site;

    public StructUses Uses { get; set; }
}
