using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;

namespace Ffi;

/// <summary>A method that is being compiled: instructions, and what is to be released at its end.</summary>
[RequiresDynamicCode("Compiles a method at run time.")]
internal sealed class DynamicBody(ILGenerator il)
{
    private readonly Stack<Action> _releases = [];
    private readonly List<object> _constants = [];

    public ILGenerator IL => il;

    /// <summary>The objects that the method finds in its trampoline.</summary>
    public object[] Constants => [.. _constants];

    public void LoadArgument(int index) => il.Emit(OpCodes.Ldarg, (short)index);

    public void LoadArgumentAddress(int index) => il.Emit(OpCodes.Ldarga, (short)index);

    /// <summary>Loads an object that exists already.</summary>
    public void LoadConstant(object constant)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, typeof(DynamicTrampoline).GetField(nameof(DynamicTrampoline.Constants))!);
        il.Emit(OpCodes.Ldc_I4, _constants.Count);
        il.Emit(OpCodes.Ldelem_Ref);
        il.Emit(OpCodes.Castclass, constant.GetType());
        _constants.Add(constant);
    }

    public void Call(MethodInfo method) => il.Emit(OpCodes.Call, method);

    /// <summary>Stores what is on the stack in a new local.</summary>
    public LocalBuilder Store(Type type)
    {
        LocalBuilder local = il.DeclareLocal(type);
        il.Emit(OpCodes.Stloc, local);
        return local;
    }

    /// <summary>Pins the reference on the stack until the method returns, so that the pin outlives the call.</summary>
    public LocalBuilder Pin()
    {
        LocalBuilder pinned = il.DeclareLocal(typeof(byte).MakeByRefType(), pinned: true);
        il.Emit(OpCodes.Stloc, pinned);
        return pinned;
    }

    public void LoadPinned(LocalBuilder pinned)
    {
        il.Emit(OpCodes.Ldloc, pinned);
        il.Emit(OpCodes.Conv_U);
    }

    /// <summary>Releases something at the end of the method, also when an exception passes; what is guarded later is released
    /// earlier.</summary>
    public void Guard(Action release)
    {
        il.BeginExceptionBlock();
        _releases.Push(release);
    }

    public void EndGuards()
    {
        while (_releases.TryPop(out Action? release))
        {
            il.BeginFinallyBlock();
            release();
            il.EndExceptionBlock();
        }
    }
}
