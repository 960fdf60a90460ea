namespace Ffi.Generators.Planning;

/// <summary>The trampoline class of one delegate type.</summary>
/// <param name="ClassName">The class's name.</param>
/// <param name="DelegateType">The delegate type, with <c>global::</c>.</param>
/// <param name="IsHidden">Whether only the calls can name the delegate type.</param>
/// <param name="Trampoline">What its method does.</param>
internal sealed record DelegatePlan(string ClassName, string DelegateType, bool IsHidden, TrampolinePlan Trampoline)
{
    /// <summary>The delegate type as texts tell it.</summary>
    public string PlainType => DelegateType.Replace("global::", "");
}
