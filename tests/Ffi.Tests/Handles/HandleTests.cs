namespace Ffi.Tests.Handles;

[Collection(nameof(HandleTests))]
public sealed class HandleTests
{
    [Fact]
    public void Handle_ArrivesAsTheRawHandle()
    {
        using CountedHandle first = HandleFunctions.Open(3);
        using CountedHandle second = HandleFunctions.Open(7);
        Assert.Equal(3, HandleFunctions.Value(first));
        Assert.Equal(703, HandleFunctions.Weigh(first, second));
    }

    [Fact]
    public void Handle_AfterTheCall_ClosesAtDispose()
    {
        long before = HandleFunctions.Outstanding();
        CountedHandle handle = HandleFunctions.Open(3);
        HandleFunctions.Value(handle);
        Assert.Equal(before + 1, HandleFunctions.Outstanding());
        handle.Dispose();
        Assert.Equal(before, HandleFunctions.Outstanding());
    }

    [Fact]
    public void ReturnedNull_IsAnInvalidHandle()
    {
        using CountedHandle handle = HandleFunctions.Open(-1);
        Assert.True(handle.IsInvalid);
    }

    [Fact]
    public void OutHandle_OwnsWhatNativeCodeWrote()
    {
        long before = HandleFunctions.Outstanding();
        Assert.Equal(0, HandleFunctions.Open(5, out CountedHandle handle));
        Assert.Equal(5, HandleFunctions.Value(handle));
        handle.Dispose();
        Assert.Equal(-1, HandleFunctions.Open(-5, out handle));
        Assert.True(handle.IsInvalid);
        Assert.Equal(before, HandleFunctions.Outstanding());
    }

    [Fact]
    public void RefHandle_IsReplaced_AndTheOldOneStaysItsOwners()
    {
        long before = HandleFunctions.Outstanding();
        CountedHandle old = HandleFunctions.Open(1), handle = old;
        Assert.Equal(1, HandleFunctions.Replace(ref handle, 2));
        Assert.NotSame(old, handle);
        Assert.Equal(1, HandleFunctions.Value(old));
        Assert.Equal(2, HandleFunctions.Value(handle));
        old.Dispose();
        handle.Dispose();
        Assert.Equal(before, HandleFunctions.Outstanding());
    }

    [Fact]
    public void RefHandle_LeftAlone_IsTheSameObject()
    {
        using CountedHandle old = HandleFunctions.Open(1);
        CountedHandle handle = old;
        Assert.Equal(1, HandleFunctions.Replace(ref handle, -1));
        Assert.Same(old, handle);
    }

    [Fact]
    public void Null_IsAnArgumentNullException_ThatNamesTheParameter()
    {
        using CountedHandle first = HandleFunctions.Open(3);
        CountedHandle none = null!;
        Assert.Equal("second", Assert.Throws<ArgumentNullException>(() => HandleFunctions.Weigh(first, none)).ParamName);
        Assert.Equal("handle", Assert.Throws<ArgumentNullException>(() => HandleFunctions.Replace(ref none, 1)).ParamName);
    }

    [Fact]
    public void ClosedSecondHandle_Throws_AndTheFirstIsReleased()
    {
        long before = HandleFunctions.Outstanding();
        CountedHandle first = HandleFunctions.Open(3), second = HandleFunctions.Open(7);
        second.Dispose();
        Assert.Throws<ObjectDisposedException>(() => HandleFunctions.Weigh(first, second));
        first.Dispose();
        Assert.Equal(before, HandleFunctions.Outstanding());
    }

    // The object is made before the call: what can't be owned is not opened.
    [Fact]
    public void HandleWhoseObjectCannotBeMade_IsNeverOpened()
    {
        long before = HandleFunctions.Outstanding();
        RefusingHandle present = HandleFunctions.OpenRefusing(1);
        RefusingHandle.Refuses = true;
        try
        {
            Assert.Throws<InsufficientMemoryException>(static () => HandleFunctions.OpenRefusing(2));
            Assert.Throws<InsufficientMemoryException>(static () => HandleFunctions.OpenRefusing(3, out RefusingHandle _));
            RefusingHandle handle = present;
            Assert.Throws<InsufficientMemoryException>(() => HandleFunctions.ReplaceRefusing(ref handle, 4));
            Assert.Same(present, handle);
            Assert.Equal(before + 1, HandleFunctions.Outstanding());
        }
        finally
        {
            RefusingHandle.Refuses = false;
        }

        present.Dispose();
        Assert.Equal(before, HandleFunctions.Outstanding());
    }

    // The native side aborts where a handle is closed twice.
    [Fact]
    public void HandleThatTheCallFrees_IsNotClosedAgain()
    {
        long before = HandleFunctions.Outstanding();
        CountedHandle handle = HandleFunctions.Open(3);
        Assert.Equal(1, HandleFunctions.CloseOwned(handle));
        Assert.Equal(before, HandleFunctions.Outstanding());
        Assert.True(handle.IsClosed);
        handle.Dispose();
        Assert.Throws<ObjectDisposedException>(() => HandleFunctions.CloseOwned(handle));
        Assert.Throws<ObjectDisposedException>(() => HandleFunctions.Value(handle));
    }
}
