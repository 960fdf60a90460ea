namespace Ffi;

/// <summary>Checked mode: what is found in the calls of projects that are built with <c>FfiChecked</c>.</summary>
/// <remarks>Threads may share it.</remarks>
public static class NativeChecks
{
    /// <summary>Larger arguments are not copied.</summary>
    internal const int MostBytes = 256 * 1024 * 1024;

    private static readonly NativeCheckMode s_mode = Environment.GetEnvironmentVariable("FFI_CHECKED") switch
    {
        "0" => NativeCheckMode.Off,
        "guard" => NativeCheckMode.Guard,
        _ => NativeCheckMode.On,
    };

    [ThreadStatic]
    private static int t_suspended;

    private static long s_quarantineBytes = 16 * 1024 * 1024; // The copies of some thousand calls, and no burden for a test process.

    /// <summary>Raised for each report, on the thread that finds it, before the <see cref="Policy"/> is followed.</summary>
    public static event Action<NativeFaultReport>? Reported;

    /// <summary>What checked bodies do in this process.</summary>
    public static NativeCheckMode Mode => s_mode;

    /// <summary>What becomes of a report.</summary>
    public static NativeFaultPolicy Policy { get; set; }

    /// <summary>How much memory is kept after its native call, to find out whether it is written later. 16 MiB, if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static long QuarantineBytes
    {
        get => s_quarantineBytes;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            s_quarantineBytes = value;
        }
    }

    internal static bool AreOn => s_mode != NativeCheckMode.Off && t_suspended == 0;

    /// <summary>Lets the calling thread make calls that are not checked: those of functions that know memory by its address, for
    /// example.</summary>
    /// <returns>What the caller disposes.</returns>
    public static CheckSuspension Suspend() => CheckSuspension.Begin();

    /// <summary>Looks at all memory that is kept after its native call.</summary>
    /// <exception cref="NativeFaultException">Something was written there, and the policy is to throw.</exception>
    public static void Verify()
    {
        List<NativeFaultReport> found = Quarantine.LookAtAll();
        found.ForEach(Raise);
        if (found.Count > 0)
        {
            ThrowIfAsked(found[0]);
        }
    }

    internal static void BeginSuspension() => t_suspended++;

    internal static void EndSuspension() => t_suspended--;

    internal static void Raise(NativeFaultReport report)
    {
        Reported?.Invoke(report);
        if (Policy == NativeFaultPolicy.EndProcess)
        {
            Environment.FailFast(report.Message);
        }

        if (Policy == NativeFaultPolicy.Report && Reported is null)
        {
            Console.Error.WriteLine(report.Message);
        }
    }

    internal static void ThrowIfAsked(NativeFaultReport report)
    {
        if (Policy == NativeFaultPolicy.Throw)
        {
            throw new NativeFaultException(report);
        }
    }

    // Nobody is left who could catch an exception.
    internal static void AtExit()
    {
        foreach (NativeFaultReport report in Quarantine.LookAtAll())
        {
            Raise(report);
            if (Policy == NativeFaultPolicy.Throw)
            {
                Console.Error.WriteLine(report.Message);
                Environment.ExitCode = Environment.ExitCode == 0 ? 1 : Environment.ExitCode;
            }
        }
    }
}
