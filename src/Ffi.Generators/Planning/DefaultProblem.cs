using Ffi.Generators.Model;

namespace Ffi.Generators.Planning;

/// <summary>Says that a callback can't return its default.</summary>
internal static class DefaultProblem
{
    /// <summary>The message's arguments; null if the default fits.</summary>
    public static string[]? Of(CallbackModel callback) =>
        Of(callback.DelegateType.Replace("global::", ""), callback.Default, callback.Signature.Return);

    /// <inheritdoc cref="Of(CallbackModel)"/>
    public static string[]? Of(string name, CallbackDefaultModel? value, TypeModel result) =>
        value?.Misfit is { } misfit ? [name, misfit, result.Name.Replace("global::", "")] : null;
}
