using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Xunit;

/// <summary>Those of xunit's assertions that the tests use, without reflection.</summary>
public static class Assert
{
    public static void True([DoesNotReturnIf(false)] bool? condition, string? message = null) =>
        Check(condition == true, message ?? "Expected true.");

    public static void False([DoesNotReturnIf(true)] bool? condition, string? message = null) =>
        Check(condition == false, message ?? "Expected false.");

    [DoesNotReturn]
    public static void Fail(string message) => throw new AssertionException(message);

    public static void Null(object? value) => Check(value is null, $"Expected null, not {value}.");

    public static void NotNull([NotNull] object? value) => Check(value is not null, "Expected something, not null.");

    public static void Same(object? expected, object? actual) =>
        Check(ReferenceEquals(expected, actual), $"Expected the same object as {expected}, not {actual}.");

    public static void NotSame(object? expected, object? actual) =>
        Check(!ReferenceEquals(expected, actual), $"Expected another object than {expected}.");

    public static void Equal<T>(T expected, T actual) =>
        Check(AreEqual(expected, actual), $"Expected {Show(expected)}, not {Show(actual)}.");

    public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual) =>
        Check(expected.SequenceEqual(actual), $"Expected {Show(expected)}, not {Show(actual)}.");

    public static void Equal<T>(T[]? expected, T[]? actual) => Equal<IEnumerable<T>?>(expected, actual);

    public static void Equal(string? expected, string? actual) => Check(expected == actual, $"Expected \"{expected}\", not \"{actual}\".");

    [OverloadResolutionPriority(-1)]
    public static void Equal<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual) =>
        Equal<IEnumerable<T>>(expected.ToArray(), actual.ToArray());

    [OverloadResolutionPriority(-2)]
    public static void Equal<T>(Span<T> expected, Span<T> actual) => Equal((ReadOnlySpan<T>)expected, actual);

    public static void Equal(double expected, double actual, double tolerance) =>
        Check(Math.Abs(expected - actual) <= tolerance, $"Expected {expected}, give or take {tolerance}, not {actual}.");

    public static void NotEqual<T>(T expected, T actual) => Check(!AreEqual(expected, actual), $"Expected anything but {Show(expected)}.");

    public static void InRange<T>(T actual, T low, T high)
        where T : IComparable<T> =>
        Check(actual.CompareTo(low) >= 0 && actual.CompareTo(high) <= 0, $"Expected {low} to {high}, not {actual}.");

    public static void Empty(IEnumerable values) => Check(!values.Cast<object>().Any(), $"Expected nothing, not {Show(values)}.");

    public static void NotEmpty(IEnumerable values) => Check(values.Cast<object>().Any(), "Expected something.");

    public static T Single<T>(IEnumerable<T> values, Predicate<T> condition) => Single(values.Where(value => condition(value)));

    public static T Single<T>(IEnumerable<T> values)
    {
        List<T> all = [.. values];
        Check(all.Count == 1, $"Expected one, not {Show(all)}.");
        return all[0];
    }

    public static void All<T>(IEnumerable<T> values, Action<T> check)
    {
        foreach (T value in values)
        {
            check(value);
        }
    }

    public static void Contains(string part, string? text, StringComparison comparison = StringComparison.Ordinal) =>
        Check(text?.Contains(part, comparison) == true, $"Expected \"{part}\" in \"{text}\".");

    public static void Contains<T>(T value, IEnumerable<T> values) => Check(values.Contains(value), $"Expected {value} in {Show(values)}.");

    public static void Contains<T>(IEnumerable<T> values, Predicate<T> condition) =>
        Check(values.Any(value => condition(value)), "Expected one that meets the condition.");

    public static void DoesNotContain<T>(T value, IEnumerable<T> values) =>
        Check(!values.Contains(value), $"Did not expect {value} in {Show(values)}.");

    public static void StartsWith(string part, string? text, StringComparison comparison = StringComparison.Ordinal) =>
        Check(text?.StartsWith(part, comparison) == true, $"Expected \"{part}\" at the beginning of \"{text}\".");

    public static void EndsWith(string part, string? text, StringComparison comparison = StringComparison.Ordinal) =>
        Check(text?.EndsWith(part, comparison) == true, $"Expected \"{part}\" at the end of \"{text}\".");

    public static T Throws<T>(Action action)
        where T : Exception => (T)Throws(typeof(T), action);

    public static T Throws<T>(Func<object?> function)
        where T : Exception => (T)Throws(typeof(T), () => _ = function());

    public static T Throws<T>(string parameter, Action action)
        where T : ArgumentException
    {
        T thrown = Throws<T>(action);
        Equal(parameter, thrown.ParamName);
        return thrown;
    }

    public static T Throws<T>(string parameter, Func<object?> function)
        where T : ArgumentException => Throws<T>(parameter, (Action)(() => _ = function()));

    public static Exception Throws(Type type, Action action)
    {
        try
        {
            action();
        }
        // Which it is, is what is asserted.
        catch (Exception thrown)
        {
            Check(thrown.GetType() == type, $"Expected {type}, not {thrown}.");
            return thrown;
        }

        throw new AssertionException($"Expected {type}, and nothing was thrown.");
    }

    public static T ThrowsAny<T>(Func<object?> function)
        where T : Exception
    {
        try
        {
            _ = function();
        }
        catch (T thrown)
        {
            return thrown;
        }

        throw new AssertionException($"Expected {typeof(T)}, and nothing was thrown.");
    }

    public static async Task<T> ThrowsAnyAsync<T>(Func<Task> action)
        where T : Exception
    {
        try
        {
            await action();
        }
        catch (T thrown)
        {
            return thrown;
        }

        throw new AssertionException($"Expected {typeof(T)}, and nothing was thrown.");
    }

    public static async Task<T> ThrowsAsync<T>(Func<Task> action)
        where T : Exception
    {
        T thrown = await ThrowsAnyAsync<T>(action);
        Check(thrown.GetType() == typeof(T), $"Expected {typeof(T)}, not {thrown}.");
        return thrown;
    }

    // Sequences are equal where their elements are.
    private static bool AreEqual<T>(T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual)
        || (
            expected is IEnumerable left and not string
            && actual is IEnumerable right and not string
            && left.Cast<object?>().SequenceEqual(right.Cast<object?>()));

    private static string Show<T>(T value) =>
        value is IEnumerable values and not string ? $"[{string.Join(", ", values.Cast<object?>())}]" : $"{value}";

    private static void Check([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
        {
            throw new AssertionException(message);
        }
    }
}
