namespace Ffi.Headers.Digest;

/// <summary>Groups elements of several lists by a key. The groups are in an order in which each list's new keys stand behind their predecessor in it.</summary>
internal sealed class OrderedJoin<TKey, TElement>
    where TKey : notnull
{
    private readonly LinkedList<List<TElement>> _groups = [];
    private readonly Dictionary<TKey, LinkedListNode<List<TElement>>> _byKey = [];

    public IEnumerable<IReadOnlyList<TElement>> Groups => _groups;

    public void Add(IEnumerable<(TKey Key, TElement Element)> list)
    {
        LinkedListNode<List<TElement>>? previous = null;
        foreach ((TKey key, TElement element) in list)
        {
            if (!_byKey.TryGetValue(key, out LinkedListNode<List<TElement>>? group))
            {
                group = previous is null ? _groups.AddFirst([]) : _groups.AddAfter(previous, []);
                _byKey.Add(key, group);
            }

            group.Value.Add(element);
            previous = group;
        }
    }
}
