namespace Sodium;

/// <summary>libsodium must be started before its first use; again is harmless.</summary>
internal static class Start
{
    public static void Once()
    {
        if (SodiumLibrary.Initialize() == SodiumLibrary.Failed)
        {
            throw new PlatformNotSupportedException("libsodium found no source of random numbers.");
        }
    }
}
