using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Ffi;

/// <summary>Delegate types that are what C sees of another delegate type: not generic, and blittable.</summary>
internal static class ThunkTypes
{
    private static readonly Lock s_lock = new();
    private static ModuleBuilder? s_module;
    private static int s_count;

    [RequiresDynamicCode("Defines a type at run time.")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The base type's members are not called.")]
    [UnconditionalSuppressMessage("Trimming", "IL2111", Justification = "The base type's members are not called.")]
    public static Type Define(Type delegateType, Type[] parameters, Type result)
    {
        lock (s_lock)
        {
            s_module ??= AssemblyBuilder
                .DefineDynamicAssembly(new AssemblyName("Ffi.Thunks"), AssemblyBuilderAccess.Run)
                .DefineDynamicModule("Ffi.Thunks");
            TypeBuilder type = s_module.DefineType(
                $"Thunk{s_count++}",
                TypeAttributes.Sealed | TypeAttributes.Public,
                typeof(MulticastDelegate));
            type.DefineConstructor(
                    MethodAttributes.Public | MethodAttributes.HideBySig,
                    CallingConventions.Standard,
                    [typeof(object), typeof(nint)])
                .SetImplementationFlags(MethodImplAttributes.Runtime);
            type.DefineMethod(
                    "Invoke",
                    MethodAttributes.Public | MethodAttributes.HideBySig | MethodAttributes.NewSlot | MethodAttributes.Virtual,
                    result,
                    parameters)
                .SetImplementationFlags(MethodImplAttributes.Runtime);
            type.SetCustomAttribute(new CustomAttributeBuilder(
                typeof(UnmanagedFunctionPointerAttribute).GetConstructor([typeof(CallingConvention)])!, [ConventionOf(delegateType)]));
            return type.CreateType();
        }
    }

    private static CallingConvention ConventionOf(Type delegateType) =>
        delegateType.GetCustomAttribute<UnmanagedFunctionPointerAttribute>()?.CallingConvention ?? CallingConvention.Winapi;
}
