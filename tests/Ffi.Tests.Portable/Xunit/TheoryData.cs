using System.Collections;

namespace Xunit;

/// <summary>Rows of arguments.</summary>
public abstract class TheoryData
{
    internal List<object?[]> Rows { get; } = [];
}

/// <summary>Rows of one value.</summary>
public sealed class TheoryData<T> : TheoryData, IEnumerable<T>
{
    public void Add(T value) => Rows.Add([value]);

    public IEnumerator<T> GetEnumerator() => Rows.Select(row => (T)row[0]!).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Rows of two values.</summary>
public sealed class TheoryData<T1, T2> : TheoryData
{
    public void Add(T1 first, T2 second) => Rows.Add([first, second]);
}
