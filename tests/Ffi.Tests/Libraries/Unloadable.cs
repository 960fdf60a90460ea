using System.Runtime.CompilerServices;
using Ffi.CompilerServices;

namespace Ffi.Tests.Libraries;

/// <summary>The functions of native/unloadable, written as the generator writes them, so that the runtime is tested by itself.</summary>
internal sealed unsafe class Unloadable(INativeSymbolSource source)
{
    private readonly Symbols _symbols = new(source);

    public int Answer()
    {
        Symbols symbols = _symbols;
        object? lease = symbols.Lease;
        nint function = symbols.Answer;
        if (function == 0)
        {
            function = symbols.Bind(ref symbols.Answer, "unloadable_answer");
        }

        int result = ((delegate* unmanaged<int>)function)();
        GC.KeepAlive(lease);
        return result;
    }

    public int Wait(int* entered, int* released)
    {
        Symbols symbols = _symbols;
        object? lease = symbols.Lease;
        nint function = symbols.Wait;
        if (function == 0)
        {
            function = symbols.Bind(ref symbols.Wait, "unloadable_wait");
        }

        int result = ((delegate* unmanaged<int*, int*, int>)function)(entered, released);
        GC.KeepAlive(lease);
        return result;
    }

    public void ReportTo(int* counter)
    {
        Symbols symbols = _symbols;
        object? lease = symbols.Lease;
        nint function = symbols.ReportTo;
        if (function == 0)
        {
            function = symbols.Bind(ref symbols.ReportTo, "unloadable_report_to");
        }

        ((delegate* unmanaged<int*, void>)function)(counter);
        GC.KeepAlive(lease);
    }

    private sealed class Symbols(INativeSymbolSource source) : SymbolTable(source)
    {
        internal nint Answer;
        internal nint Wait;
        internal nint ReportTo;

        protected override void Retire()
        {
            Answer = 0;
            Wait = 0;
            ReportTo = 0;
        }
    }
}
