using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Ffi.Tests.Libraries;
using Ffi.Tests.Testing;

namespace Ffi.Tests.Variables;

public unsafe class VariableTests
{
    [Fact]
    public void Number_IsReadAndWritten_WhereNativeCodeHasIt()
    {
        Variables.SetInt(43);
        Assert.Equal(43, Variables.Int);

        Variables.Int = -7;
        Assert.Equal(-7, Variables.GetInt());
        Assert.Equal(-7, Variables.Present);

        Variables.IntItself = 11;
        Assert.Equal((11, 11), (Variables.GetInt(), Variables.IntToRead));
        Assert.Equal(12, Interlocked.Increment(ref Variables.IntItself));
        Assert.Equal(12, Variables.Int);
    }

    [Fact]
    public void NarrowAndWideNumbers_KeepTheirWidth()
    {
        Variables.Byte = -3;
        Assert.Equal(Small.MinusThree, Variables.Small);
        Variables.Small = Small.MinusFive;
        Assert.Equal(-5, Variables.Byte);
        Assert.Equal(1234567890123, Variables.variable_long);
        Variables.Double = 0.125;
        Assert.Equal(0.125, Variables.Double);
    }

    [Fact]
    public void Bool_IsOneByte_AndNormalised()
    {
        Variables.Bool = false;
        Assert.False(Variables.GetBool());
        Variables.Bool = true;
        Assert.True(Variables.GetBool());

        Variables.SetBoolByte(2);
        bool read = Variables.Bool;
        Assert.Equal(1, Unsafe.As<bool, byte>(ref read));
        Variables.Bool = true;
    }

    [Fact]
    public void Char_IsChar16()
    {
        Variables.Char = 'ß';
        Assert.Equal('ß', Variables.Char);
    }

    [Fact]
    public void Struct_IsCopied_OrUsedWhereItLies()
    {
        Variables.Record = new Record { First = 1, Second = 2, Third = 4 };
        Assert.Equal(1 + 20 + 400, Variables.SumRecord());

        Variables.RecordItself.Third = 8;
        Assert.Equal(1 + 20 + 800, Variables.SumRecord());
        Assert.Equal((1, 2, 8), (Variables.Record.First, Variables.Record.Second, Variables.Record.Third));
        Assert.Equal(Variables.AddressOfRecord(), (nint)Unsafe.AsPointer(ref Variables.RecordItself));
    }

    [Fact]
    public void Array_IsReachedByItsFirstElement()
    {
        Span<int> numbers = MemoryMarshal.CreateSpan(ref Variables.Numbers, 4);
        Assert.Equal([1, 2, 4, 8], numbers);

        numbers[3] = 16;
        Assert.Equal(1 + (2 * 2) + (3 * 4) + (4 * 16), Variables.WeighNumbers());
        numbers[3] = 8;
    }

    [Fact]
    public void Text_IsBehindAPointer_OrTheVariableItself()
    {
        Assert.Equal("a pointer to text", Marshal.PtrToStringUTF8((nint)Variables.Text));
        fixed (byte* letters = &Variables.Letters)
        {
            Assert.Equal("text itself", Marshal.PtrToStringUTF8((nint)letters));
        }
    }

    [Fact]
    public void FunctionPointer_IsCalledFromBothSides()
    {
        delegate* unmanaged<int, int> twice = Variables.Operation;
        Assert.Equal((42, 42), (twice(21), Variables.Operate(21)));

        Variables.Operation = (delegate* unmanaged<int, int>)Variables.Negation();
        Assert.Equal(-21, Variables.Operate(21));
        Variables.Operation = twice;
    }

    [Fact]
    public void Availability_IsOfVariables()
    {
        Assert.True(Variables.IsPresentAvailable);
        Assert.False(Variables.IsAbsentAvailable);
        Assert.Equal("no_such_variable", Assert.Throws<NativeSymbolNotFoundException>(() => Variables.Absent = 1).Symbol);
        Assert.Throws<NativeSymbolNotFoundException>(() => Variables.Missing);
    }

    [Fact]
    public void Function_DeclaredAsAVariable_IsRefused()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsWindows())
        {
            return;
        }

        NativeSymbolNotFoundException thrown = Assert.Throws<NativeSymbolNotFoundException>(() => Variables.Function);
        Assert.Contains("has no variable 'variable_get_int': that symbol is a function.", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("variable_get_int", thrown.Symbol);
        Assert.False(Variables.IsOptionalFunctionAvailable);
    }

    [Fact]
    public void Eager_BindsVariablesWithTheRest_AndNamesWhatIsMissing()
    {
        Assert.Equal(1234567890123, EagerVariables.Long);
        Assert.False(EagerVariables.IsAbsentAvailable);

        NativeSymbolNotFoundException thrown = Assert.Throws<NativeSymbolNotFoundException>(() => IncompleteVariables.Long);
        Assert.Equal(["no_such_function", "no_such_variable"], thrown.Symbols.Order());
    }

    [Fact]
    public void Access_AllocatesNothing()
    {
        var library = new ModuleVariables(NativeModule.Load(ChosenLibraries.FixturePath));

        Assert.Equal(
            0,
            Allocations.OfAMillion(static () => Variables.Int = Variables.Int + Variables.IntItself + (Variables.Bool ? 1 : 0)));
        Assert.Equal(0, Allocations.OfAMillion(() => library.Int = library.Int + library.Record.First));
    }

    [Fact]
    public void Instance_ReadsAndWritesItsModule_UntilItIsUnloaded()
    {
        NativeModule module = NativeModule.Load(ChosenLibraries.FixturePath);
        var library = new ModuleVariables(module);

        library.Int = 5;
        Assert.Equal(5, library.GetInt());
        library.Record.First = 3;
        Assert.Equal(3, library.Record.First);
        Assert.True(library.Bool);
        Assert.True(library.IsDoubleAvailable);
        Assert.False(library.IsAbsentAvailable);

        module.Dispose();
        Assert.Throws<ObjectDisposedException>(() => library.Int);
        Assert.Throws<ObjectDisposedException>(() => library.Int = 1);
        Assert.Throws<ObjectDisposedException>(() => library.Record.First);
        Assert.Throws<ObjectDisposedException>(() => library.IsDoubleAvailable);
    }

    [LinuxFact]
    public void StandardOutput_IsCsOwn() => Assert.Equal(1, LibC.FileNumber(LibC.StandardOutput));

    [LinuxFact]
    public void Environment_IsTheListThatGetenvReads()
    {
        Assert.Equal(0, LibC.SetVariable("FFI_VARIABLE", "of ours", 1));

        List<string> variables = [];
        for (byte** at = LibC.Environment; *at != null; at++)
        {
            variables.Add(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(*at)));
        }

        Assert.Contains("FFI_VARIABLE=of ours", variables);
    }
}
