using Ffi.CompilerServices;

namespace Ffi.Tests.Libraries;

public sealed unsafe class NativeTrampolineTests : IDisposable
{
    private readonly NativeCompiler _compiler = new();
    private readonly SharedCounter _unloads = new();

    public void Dispose() => _compiler.Dispose();

    [LinuxFact]
    public void ADelegateOfAnUnloadedModule_Throws_AndTheModuleIsGone()
    {
        NativeModule module = NativeModule.Load(_compiler.Compile("libunloadable.so", "-DANSWER=9"));
        ((delegate* unmanaged<int*, void>)module.GetSymbol("unloadable_report_to"))(_unloads.Address);
        Func<int> answer = new AnswerTrampoline(module.GetSymbol("unloadable_answer"), module, "unloadable_answer").Invoke;
        Assert.Equal(9, answer());

        module.Dispose();

        Assert.Equal(1, _unloads.Value);
        ObjectDisposedException thrown = Assert.Throws<ObjectDisposedException>(() => answer());
        Assert.Contains("unloadable_answer", thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ObjectDisposedException>(() => new AnswerTrampoline(1, module, "unloadable_answer"));
    }

    [LinuxFact]
    public void ADelegateOfABareAddress_HasNoModule()
    {
        using NativeModule module = NativeModule.Load(_compiler.Compile("libunloadable.so", "-DANSWER=9"));

        Assert.Equal(9, new AnswerTrampoline(module.GetSymbol("unloadable_answer")).Invoke());
    }

    private sealed class AnswerTrampoline(nint address, NativeModule? module = null, string? symbol = null)
        : NativeTrampoline(address, module, symbol)
    {
        public int Invoke()
        {
            object? lease = Lease;
            nint function = Address;
            if (function == 0)
            {
                ThrowUnloaded();
            }

            int result = ((delegate* unmanaged<int>)function)();
            GC.KeepAlive(lease);
            return result;
        }
    }
}
