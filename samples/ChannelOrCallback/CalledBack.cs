using System.Runtime.InteropServices;

namespace ChannelOrCallback;

/// <summary>Native code calls C# for each record: a transition into the runtime and back each time, on native code's thread.</summary>
internal static unsafe class CalledBack
{
    private static ulong s_sum;

    public static ulong Sum(uint count)
    {
        s_sum = 0;
        Native.CallBack(count, &Receive);
        return s_sum;
    }

    [UnmanagedCallersOnly]
    private static void Receive(Native.Sample* sample) => s_sum += sample->Number;
}
