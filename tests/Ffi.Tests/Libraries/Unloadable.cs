namespace Ffi.Tests.Libraries;

/// <summary>The functions of native/unloadable.</summary>
[NativeLibrary]
internal sealed unsafe partial class Unloadable
{
    [NativeFunction("unloadable_answer")]
    public partial int Answer();

    [NativeFunction("unloadable_wait")]
    public partial int Wait(int* entered, int* released);

    [NativeFunction("unloadable_report_to")]
    public partial void ReportTo(int* counter);
}
