using System.Runtime.InteropServices.Marshalling;

namespace Ffi.Tests.Marshalling;

/// <summary>A class that is passed as a double.</summary>
[NativeMarshalling(typeof(CelsiusMarshaller))]
internal sealed record Celsius(double Degrees);

/// <summary>Stateless, and keeps a ledger. A negative number can't be converted.</summary>
[CustomMarshaller(typeof(Celsius), MarshalMode.Default, typeof(CelsiusMarshaller))]
internal static class CelsiusMarshaller
{
    [ThreadStatic]
    private static int t_outstanding;

    /// <summary>Conversions that were not yet freed. A default value counts for nothing.</summary>
    public static int Outstanding => t_outstanding;

    public static double ConvertToUnmanaged(Celsius managed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(managed.Degrees);
        t_outstanding++;
        return managed.Degrees + 1_000;
    }

    public static Celsius ConvertToManaged(double unmanaged) => new(unmanaged - 1_000);

    public static void Free(double unmanaged) => t_outstanding -= unmanaged == 0 ? 0 : 1;
}
