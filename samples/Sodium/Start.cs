namespace Sodium;

/// <summary>libsodium must be started before its first use; again is harmless.</summary>
internal static class Start
{
    public static void Once()
    {
        if (SodiumLibrary.Init() < 0)
        {
            throw new PlatformNotSupportedException("libsodium found no source of random numbers.");
        }
    }
}
