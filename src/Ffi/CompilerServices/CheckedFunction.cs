namespace Ffi.CompilerServices;

/// <summary>What was declared of one function, for the reports of checked mode.</summary>
/// <remarks>Generated code makes one for each function that is checked; programs have no need to.</remarks>
public sealed class CheckedFunction
{
    private static readonly Lock s_lock = new();
    private static CheckedFunction[] s_all = [];

    private readonly CheckedParameter[] _parameters;

    /// <summary>Notes a declaration.</summary>
    /// <param name="library">The library's name.</param>
    /// <param name="symbol">The function's name in it.</param>
    /// <param name="parameters">Its parameters.</param>
    public CheckedFunction(string library, string symbol, CheckedParameter[] parameters)
    {
        Library = library;
        Symbol = symbol;
        _parameters = parameters;
        lock (s_lock)
        {
            Number = s_all.Length;
            s_all = [.. s_all, this];
        }
    }

    /// <summary>The library's name.</summary>
    public string Library { get; }

    /// <summary>The function's name in it.</summary>
    public string Symbol { get; }

    /// <summary>What native memory knows the function by.</summary>
    internal int Number { get; }

    internal static CheckedFunction Of(int number) => Volatile.Read(ref s_all)[number];

    internal CheckedParameter Parameter(int index) => _parameters[index];
}
