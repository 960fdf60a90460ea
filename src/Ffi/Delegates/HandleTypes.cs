using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Makes objects for the handles that native code returns.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal static class HandleTypes
{
    /// <summary>The constructor of a handle's type; an exception that says why there is none.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A constructor that was trimmed away is missed with words.")]
    public static ConstructorInfo ConstructorOf(DynamicParameter parameter)
    {
        ConstructorInfo? constructor = parameter.Type.GetConstructor(
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            []);
        string? obstacle =
            parameter.Type.IsAbstract ? "it is abstract"
            : constructor is null ? "all its constructors take arguments"
            : constructor.IsPublic || constructor.IsAssembly || constructor.IsFamilyOrAssembly ? null
            : "its constructor without parameters is not accessible";
        return obstacle is null ? constructor! : throw parameter.CannotCross($"No object can be created for the new handle: {obstacle}");
    }

    /// <summary>Gives a handle object the raw handle.</summary>
    public static void Initialize(DynamicBody body, LocalBuilder handle, LocalBuilder value)
    {
        body.IL.Emit(OpCodes.Ldloc, handle);
        body.IL.Emit(OpCodes.Ldloc, value);
        body.Call(typeof(Marshal).GetMethod(nameof(Marshal.InitHandle))!);
    }
}
