using Ffi.Tests.Testing;

namespace Ffi.Tests.Handles;

[Collection(nameof(HandleTests))]
public sealed class BorrowedHandleTests
{
    [Fact]
    public void Borrowed_StaysOpen_ThoughItsOwnerIsDisposed()
    {
        long before = HandleFunctions.Outstanding();
        CountedHandle owner = HandleFunctions.Open(9);
        using (BorrowedHandle<CountedHandle> handle = owner.Borrow())
        {
            owner.Dispose();
            Assert.Equal(9, HandleFunctions.BorrowedValue(handle));
            Assert.Equal(before + 1, HandleFunctions.Outstanding());
        }

        Assert.Equal(before, HandleFunctions.Outstanding());
    }

    [Fact]
    public void AfterTheScope_TheHandleThrows()
    {
        using CountedHandle owner = HandleFunctions.Open(9);
        Assert.Throws<ObjectDisposedException>(() =>
        {
            BorrowedHandle<CountedHandle> handle = owner.Borrow();
            handle.Dispose();
            handle.Dispose();
            HandleFunctions.BorrowedValue(handle);
        });
        Assert.Throws<ObjectDisposedException>(static () => HandleFunctions.BorrowedValue(default));
    }

    [Fact]
    public void NullAndClosedHandles_CannotBeBorrowed()
    {
        CountedHandle owner = HandleFunctions.Open(9);
        owner.Dispose();
        Assert.Throws<ObjectDisposedException>(() => owner.Borrow().Dispose());
        Assert.Throws<ArgumentNullException>(static () => ((CountedHandle)null!).Borrow().Dispose());
    }

    [Fact]
    public void BorrowingAndCalling_AllocateNothing()
    {
        using CountedHandle owner = HandleFunctions.Open(9);
        Assert.Equal(0, Allocations.OfAMillion(() =>
        {
            using BorrowedHandle<CountedHandle> handle = owner.Borrow();
            HandleFunctions.BorrowedValue(handle);
            HandleFunctions.Value(owner);
        }));
    }
}
