namespace Xunit;

/// <summary>An assertion that does not hold.</summary>
public sealed class AssertionException(string message) : Exception(message);
