namespace Ffi.Headers.Digest;

/// <summary>Groups elements of several lists by a key. The groups are in an order in which each list's new keys follow their predecessor in
/// it.</summary>
internal sealed class OrderedJoin<TKey, TElement>
    where TKey : notnull
{
    private readonly LinkedList<List<TElement>> _groups = [];
    private readonly Dictionary<TKey, LinkedListNode<List<TElement>>> _byKey = [];

    public IEnumerable<IReadOnlyList<TElement>> Groups => _groups;

    public void Add(IEnumerable<(TKey Key, TElement Element)> list)
    {
        LinkedListNode<List<TElement>>? previous = null;
        List<LinkedListNode<List<TElement>>> leading = [];
        foreach ((TKey key, TElement element) in list)
        {
            bool isKnown = _byKey.TryGetValue(key, out LinkedListNode<List<TElement>>? group);
            if (!isKnown)
            {
                group = new LinkedListNode<List<TElement>>([]);
                _byKey.Add(key, group);
            }

            group!.Value.Add(element);
            if (!isKnown && previous is not null)
            {
                _groups.AddAfter(previous, group);
            }
            else if (!isKnown)
            {
                leading.Add(group);
                continue;
            }

            InsertBefore(previous is null ? group : null, leading);
            previous = group;
        }

        InsertBefore(null, leading);
    }

    // What comes before all that is known comes before the first of it; if nothing is known, at the end.
    private void InsertBefore(LinkedListNode<List<TElement>>? known, List<LinkedListNode<List<TElement>>> leading)
    {
        foreach (LinkedListNode<List<TElement>> group in leading)
        {
            if (known is null)
            {
                _groups.AddLast(group);
            }
            else
            {
                _groups.AddBefore(known, group);
            }
        }

        leading.Clear();
    }
}
