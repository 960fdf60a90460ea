using Ffi.Tests.Testing;

namespace Ffi.Tests.Structs;

internal delegate int OnItem(int item, string name);

internal struct Visitor
{
    public string Name;
    public OnItem? OnItem;
    public Action<bool>? OnEnd;
}

[NativeLibrary("benchmarktest")]
internal static partial class VisitorFunctions
{
    [NativeFunction("visitor_run")] internal static partial long Run(in Visitor visitor, int count);
    [NativeFunction("visitor_run_value")] internal static partial long RunValue(Visitor visitor, int count);
    [NativeFunction("visitor_rename")] internal static partial void Rename(ref Visitor visitor);
    [NativeFunction("visitor_run")] internal static partial long RunMany(ReadOnlySpan<Visitor> visitors, int count);
}

/// <summary>Delegates in structs, which native code calls until the call returns.</summary>
public sealed class LentDelegateTests
{
    [Fact]
    public void ADelegateInAStruct_IsCalled()
    {
        bool? all = null;
        Visitor visitor = new() { Name = "näm", OnItem = static (item, name) => item + name.Length, OnEnd = value => all = value };
        Assert.Equal(456, VisitorFunctions.Run(in visitor, 3));
        Assert.True(all);
        Assert.Equal(45, VisitorFunctions.RunValue(visitor, 2));
        Assert.False(all);
        Assert.Equal(0, VisitorFunctions.RunValue(visitor with { OnItem = null }, 2));
        Assert.Equal(456, VisitorFunctions.RunMany([visitor, visitor], 3));
    }

    [Fact]
    public void ADelegate_ComesBackAsItself()
    {
        Visitor visitor = new() { Name = "x", OnItem = static (item, _) => item };
        OnItem before = visitor.OnItem;
        VisitorFunctions.Rename(ref visitor);
        Assert.Same(before, visitor.OnItem);
        Assert.Equal("renamed", visitor.Name);
    }

    [Fact]
    public void AnException_IsThrownWhenTheCallReturns_AndTheOthersAreCalledNoMore()
    {
        int calls = 0;
        Visitor visitor = new()
        {
            Name = "x",
            OnItem = (_, _) => calls++ == 1 ? throw new FormatException("Item.") : 1,
            OnEnd = _ => calls += 100,
        };
        Assert.Equal("Item.", Assert.Throws<FormatException>(() => VisitorFunctions.Run(in visitor, 5)).Message);
        Assert.Equal(2, calls);
        visitor.OnItem = static (item, _) => item;
        visitor.OnEnd = null;
        Assert.Equal(12, VisitorFunctions.Run(in visitor, 2));
    }

    [Fact]
    public void NestedCalls_HaveTheirOwnDelegates()
    {
        Visitor inner = new() { Name = "in", OnItem = static (item, name) => item + name.Length };
        Visitor outer = new() { Name = "out", OnItem = (item, name) => (int)VisitorFunctions.Run(in inner, 1) + item + name.Length };
        Assert.Equal(78, VisitorFunctions.Run(in outer, 2));
    }

    [Fact]
    public void LendingADelegate_AllocatesNothing()
    {
        Visitor visitor = new() { Name = "", OnItem = static (item, _) => item, OnEnd = static _ => { } };
        Assert.Equal(0, Allocations.Of(10_000, () => VisitorFunctions.Run(in visitor, 0)));
    }
}
