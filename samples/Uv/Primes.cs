namespace Uv;

/// <summary>Something to do that takes a while.</summary>
internal static class Primes
{
    /// <summary>How many primes there are from one number up to, and not with, another.</summary>
    public static int Count(int start, int end)
    {
        int count = 0;
        for (int number = Math.Max(2, start); number < end; number++)
        {
            count += IsPrime(number) ? 1 : 0;
        }

        return count;
    }

    private static bool IsPrime(int number)
    {
        for (int divisor = 2; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
