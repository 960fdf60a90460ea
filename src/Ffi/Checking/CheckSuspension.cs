namespace Ffi;

/// <summary>The calls of a thread are not checked until this is disposed, on that thread.</summary>
public readonly ref struct CheckSuspension
{
    private readonly bool _isBegun;

    private CheckSuspension(bool isBegun) => _isBegun = isBegun;

    /// <summary>Lets the thread's calls be checked again.</summary>
    public void Dispose()
    {
        if (_isBegun)
        {
            NativeChecks.EndSuspension();
        }
    }

    internal static CheckSuspension Begin()
    {
        NativeChecks.BeginSuspension();
        return new(isBegun: true);
    }
}
