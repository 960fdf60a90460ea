namespace Ffi.Tests.Callbacks;

public class NativeCallbackExceptionTests
{
    [Fact]
    public void Exception_UnderReport_ReachesTheEventAndGivesTheDefault()
    {
        List<CallbackExceptionEventArgs> reports = [];
        void Record(object? sender, CallbackExceptionEventArgs report) => reports.Add(report);
        NativeCallback.ExceptionReported += Record;
        try
        {
            using var callback = NativeCallback<Func<int, int, int>>.Create(
                (index, one) => index == 1 ? throw new InvalidTimeZoneException("no such zone") : 10 * one, OnException.Report, "zones");

            Assert.Equal((2 * ((2 * 10) + 0)) + 10, CallbackFixture.Fold(callback.Pointer, 3));
        }
        finally
        {
            NativeCallback.ExceptionReported -= Record;
        }

        CallbackExceptionEventArgs report = Assert.Single(reports, static report => report.Exception is InvalidTimeZoneException);
        Assert.Equal("zones", report.Callback);
    }

    [Fact]
    public void Exception_UnderDefault_GivesTheDefault()
    {
        using var callback = NativeCallback<Func<int, int, int>>.Create(
            (index, one) => index == 0 ? throw new InvalidOperationException() : index + one, OnException.Default);

        Assert.Equal((2 * ((2 * 0) + 2)) + 3, CallbackFixture.Fold(callback.Pointer, 3));
    }

    [Fact]
    public void Name_LeftOut_IsTheExpression()
    {
        string? name = null;
        void Record(object? sender, CallbackExceptionEventArgs report) =>
            name = report.Exception is NotSupportedException ? report.Callback : name;
        NativeCallback.ExceptionReported += Record;
        using var callback = NativeCallback<Func<int, int, int>>.Create(Refuse, OnException.Report);
        CallbackFixture.Fold(callback.Pointer, 1);
        NativeCallback.ExceptionReported -= Record;

        Assert.Equal("Refuse", name);
    }

    private static int Refuse(int left, int right) => throw new NotSupportedException();
}
