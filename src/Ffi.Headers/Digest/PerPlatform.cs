namespace Ffi.Headers.Digest;

/// <summary>A fact that may differ from platform to platform: one value for all, or several, each with the platforms where it
/// holds.</summary>
/// <remarks>Equal values are one variant, and a value that holds wherever the declaration exists has <see cref="PlatformSet.All"/>: two
/// facts are equal exactly if they say the same.</remarks>
public sealed record PerPlatform<T>
    where T : notnull
{
    internal PerPlatform(EquatableArray<PlatformVariant<T>> variants) => Variants = variants;

    /// <summary>The different values, by their first platform.</summary>
    public EquatableArray<PlatformVariant<T>> Variants { get; }

    /// <summary>Whether the value is the same everywhere.</summary>
    public bool IsUniform => Variants.Count == 1;

    /// <summary>The value on the first platform that has one.</summary>
    public T First => Variants[0].Value;

    /// <summary>The value on a platform. Where the declaration doesn't exist there, the first value.</summary>
    public T On(Platform platform)
    {
        foreach (PlatformVariant<T> variant in Variants)
        {
            if (variant.Platforms.Contains(platform))
            {
                return variant.Value;
            }
        }

        return First;
    }

    /// <summary>The fact with each value changed.</summary>
    public PerPlatform<TResult> Select<TResult>(Func<T, TResult> change)
        where TResult : notnull =>
        PerPlatform.Of(Variants.Select(variant => new PlatformVariant<TResult>(variant.Platforms, change(variant.Value))));

    /// <summary>The one value, or each with its platforms, as a digest writes them.</summary>
    public override string ToString() => IsUniform
        ? First.ToString()
        : $"{{{string.Join("; ", Variants.Select(static variant => $"{variant.Platforms}: {variant.Value}"))}}}";
}

/// <summary>One value of a fact, and where it holds.</summary>
public readonly record struct PlatformVariant<T>(PlatformSet Platforms, T Value)
    where T : notnull;

/// <summary>Makes facts that may differ from platform to platform.</summary>
public static class PerPlatform
{
    /// <summary>A value that holds everywhere.</summary>
    public static PerPlatform<T> Same<T>(T value)
        where T : notnull => new(new EquatableArray<PlatformVariant<T>>([new(PlatformSet.All, value)]));

    /// <summary>Values with their platforms; equal ones are joined, and a single one holds everywhere.</summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static PerPlatform<T> Of<T>(IEnumerable<PlatformVariant<T>> variants)
        where T : notnull
    {
        PlatformVariant<T>[] joined =
        [
            .. variants
                .GroupBy(static variant => variant.Value)
                .Select(static group => new PlatformVariant<T>(
                    group.Aggregate(PlatformSet.None, static (set, variant) => set.Union(variant.Platforms)),
                    group.Key))
                .OrderBy(static variant => variant.Platforms.First()),
        ];
        return joined.Length switch
        {
            0 => throw new ArgumentException("A fact needs a value on one platform at least.", nameof(variants)),
            1 => Same(joined[0].Value),
            _ => new PerPlatform<T>(new EquatableArray<PlatformVariant<T>>(joined)),
        };
    }

    /// <summary>Values with their platforms.</summary>
    public static PerPlatform<T> Of<T>(params (PlatformSet Platforms, T Value)[] variants)
        where T : notnull => Of(variants.Select(static variant => new PlatformVariant<T>(variant.Platforms, variant.Value)));
}
