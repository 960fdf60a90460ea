using Ffi;
using Ffi.Tests.CheckedProcess;

// Each argument names something that a process can do once, or that ends it.
byte[] memory = new byte[8];
switch (args[0])
{
    case "mode":
        Console.WriteLine(NativeChecks.Mode);
        return 0;

    case "write-outside":
        byte[] larger = new byte[16];
        Native.Fill(larger.AsSpan(0, 8), 0, 9, 5);
        Console.WriteLine($"returned {larger[8]}");
        return 0;

    case "write-outside-and-end":
        NativeChecks.Policy = NativeFaultPolicy.EndProcess;
        Native.Fill(memory, 0, 9, 5);
        return 0;

    case "write-outside-and-report":
        NativeChecks.Policy = NativeFaultPolicy.Report;
        Native.Fill(memory, 0, 9, 5);
        Console.WriteLine("returned");
        return 0;

    case "write-late-and-exit":
        Native.Keep(memory);
        Native.WriteKept(2, 5);
        return 0;

    case "read-outside":
        Console.WriteLine(Native.Sum(memory, 9) == 0 ? "" : "returned");
        return 0;

    case "read-late":
        Native.Keep(memory);
        Console.WriteLine(Native.ReadKept(0) == 0 ? "" : "returned");
        return 0;

    case "use":
        Native.Fill(memory, 0, 8, 5);
        Console.WriteLine(Native.Sum(memory, 8));
        return 0;

    default:
        return 2;
}
