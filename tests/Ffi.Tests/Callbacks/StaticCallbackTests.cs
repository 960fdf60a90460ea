using System.Runtime.InteropServices;

namespace Ffi.Tests.Callbacks;

public class StaticCallbackTests
{
    [Fact]
    public void Pointer_CallsTheMethod() =>
        Assert.Equal((2 * ((2 * -1) + 0)) + 1, CallbackFixture.Fold(StaticCallbacks.SubtractPointer, 3));

    [Fact]
    public void EveryKindOfParameter_ArrivesAsItWasPassed()
    {
        Assert.True(CallbackFixture.PassEveryKind(StaticCallbacks.IsFlaggedPointer, EveryKind.Sample with { Flag = 0x80 }));
        Assert.False(CallbackFixture.PassEveryKind(StaticCallbacks.IsFlaggedPointer, EveryKind.Sample with { Flag = 0 }));
        Assert.False(CallbackFixture.PassEveryKind(StaticCallbacks.IsFlaggedPointer, EveryKind.Sample with { Small = 8 }));
    }

    [Fact]
    public void Character_GoesBothWaysWithAllItsBits() =>
        Assert.Equal('\uFFFE', CallbackFixture.PassChar(StaticCallbacks.NextPointer, '\uFFFD'));

    [Fact]
    public void References_ReadAndWriteTheMemoryOfC()
    {
        Point point = new(1, 2);

        Assert.Equal(2, CallbackFixture.PassReference(StaticCallbacks.SwapPointer, ref point));
        Assert.Equal(new Point(2, 1), point);
    }

    [Fact]
    public void Texts_AreBorrowedForTheCall()
    {
        CallbackFixture.PassTexts(StaticCallbacks.Remembering, "größer\0"u8, MemoryMarshal.Cast<char, ushort>("λόγος\0"));

        Assert.Equal(("größer", "λόγος"), StaticCallbacks.Texts);
    }

    [Fact]
    public void Exception_UnderDefault_GivesTheDeclaredDefault() =>
        Assert.Equal((2 * ((2 * 1) - 5)) + 3, CallbackFixture.Fold(StaticCallbacks.RefusePointer, 3));

    [Fact]
    public void Exception_UnderReport_ReachesTheEventByTheMethodsName()
    {
        List<string> reports = [];
        void Record(object? sender, CallbackExceptionEventArgs report)
        {
            if (report.Exception.Message == "complaint")
            {
                reports.Add(report.Callback);
            }
        }

        NativeCallback.ExceptionReported += Record;
        Assert.Equal(0, CallbackFixture.Fold(StaticCallbacks.ComplainPointer, 2));
        NativeCallback.ExceptionReported -= Record;

        Assert.Equal(["StaticCallbacks.Complain", "StaticCallbacks.Complain"], reports);
    }
}
