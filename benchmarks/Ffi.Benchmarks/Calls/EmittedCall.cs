using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;

namespace Ffi.Benchmarks.Calls;

/// <summary>What people write who want a delegate faster than <see cref="Marshal"/>'s: a method of emitted code around a
/// <c>calli</c>.</summary>
internal static class EmittedCall
{
    /// <summary>A delegate that calls an address.</summary>
    public static Delegate Create(nint function, Type type)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        Type[] parameters = [.. invoke.GetParameters().Select(static parameter => parameter.ParameterType)];
        DynamicMethod method = new("Call", invoke.ReturnType, parameters, typeof(EmittedCall).Module);
        ILGenerator body = method.GetILGenerator();
        for (int i = 0; i < parameters.Length; i++)
        {
            body.Emit(OpCodes.Ldarg, (short)i);
        }

        body.Emit(OpCodes.Ldc_I8, function);
        body.Emit(OpCodes.Conv_I);
        body.EmitCalli(OpCodes.Calli, CallingConvention.Cdecl, invoke.ReturnType, parameters);
        body.Emit(OpCodes.Ret);
        return method.CreateDelegate(type);
    }
}
