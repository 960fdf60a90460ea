using System.Reflection;

namespace Ffi;

/// <summary>What <c>[NativeCallback]</c> says of a delegate type that is met at run time, or of a parameter of that type.</summary>
/// <param name="Default">What native code gets where the callback throws; null for the type's own default.</param>
/// <param name="ContinuesAfterException">Whether it is still called in a native call that it threw in.</param>
internal sealed record CallbackOptions(object? Default, bool ContinuesAfterException)
{
    public static CallbackOptions Of(Type delegateType) => From(delegateType.GetCustomAttribute<NativeCallbackAttribute>());

    /// <summary>The same, where an attribute on the parameter is nearer than the type's.</summary>
    public static CallbackOptions Of(DynamicParameter parameter) =>
        parameter.Info.GetCustomAttribute<NativeCallbackAttribute>() is { } nearer ? From(nearer) : Of(parameter.Type);

    private static CallbackOptions From(NativeCallbackAttribute? attribute) =>
        new(attribute?.Default, attribute?.ContinueAfterException ?? false);
}
