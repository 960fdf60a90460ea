namespace Ffi.Generators.Model;

/// <summary>A call of <c>NativeCallback&lt;TDelegate&gt;.Create</c>, which is replaced at compile time by one that has compiled entry
/// points.</summary>
/// <param name="Callback">The delegate type.</param>
/// <param name="Surroundings">What a file that names the type needs around it.</param>
/// <param name="Interception">The attribute that names the call's place to the compiler.</param>
internal sealed record CallbackSiteModel(CallbackModel Callback, SurroundingsModel Surroundings, string Interception) : ICallSite;
