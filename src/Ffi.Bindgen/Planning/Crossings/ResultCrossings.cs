using Ffi.Bindgen.Inference;
using Ffi.Bindgen.Recipes;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning.Crossings;

/// <summary>What functions return.</summary>
internal static class ResultCrossings
{
    public static Crossing? Of(
        CFunction function,
        Platform platform,
        FunctionEvidence evidence,
        TypeCatalog types,
        FunctionChoice? functionChoice)
    {
        CType type = function.Result.On(platform);
        ParameterChoice? choice = functionChoice?.Result;
        if (choice?.Type is { } own)
        {
            return new Crossing(own, LifetimeAttributes.Of(choice)) { IsPointer = own.EndsWith('*') };
        }

        if (choice?.Enum is { } chosen)
        {
            return new Crossing(types.UseEnum(chosen), LifetimeAttributes.Of(choice));
        }

        if (types.Index.Resolve(type, platform) is PrimitiveType { Primitive: Primitive.Void })
        {
            return new Crossing("void");
        }

        if (types.ObjectBehind(type, platform) is { Depth: 1 } found)
        {
            return Object(function, found, platform, evidence, types, functionChoice);
        }

        if (types.Index.Resolve(type, platform) is not PointerType pointer)
        {
            return types.Values.Passed(type, platform) is { } value ? Crossing.Of(value) : null;
        }

        return Pointer(function, pointer, platform, evidence, types, functionChoice);
    }

    private static Crossing Object(
        CFunction function,
        ObjectPointer found,
        Platform platform,
        FunctionEvidence evidence,
        TypeCatalog types,
        FunctionChoice? functionChoice)
    {
        ParameterChoice? choice = functionChoice?.Result;
        string attributes = choice is null ? "" : LifetimeAttributes.Of(choice);
        bool isHandle = types.FindHandle(found.Key) is not null;
        bool isRaw = functionChoice?.IsRaw == true || choice?.Form is Form.Pointer or Form.Address;
        if (types.FindHandle(found.Key) is { } handle && !isRaw && choice?.BorrowedFrom is null)
        {
            string? why = choice?.Form == Form.Owned ? "the recipe says so" : evidence.Pairs.WhyOwned(function);
            if (why is not null)
            {
                types.UsedHandles.Add(handle.CName);
                return new Crossing(handle.Name) { Remark = $"The result is owned: {why}, and {handle.FreedBy} frees it." };
            }
        }

        if (choice?.Form != Form.Address && types.RecordOf(found.Key, platform) is { } record)
        {
            types.Want(record);
            return new Crossing(types.NameOf(record) + "*", attributes) { IsPointer = true };
        }

        return isHandle || choice?.Form == Form.Address
            ? Crossing.Address with
            {
                Attributes = attributes,
            }
            : new Crossing(types.ReferenceTo(found.Key).Name, attributes);
    }

    private static Crossing Pointer(
        CFunction function,
        PointerType pointer,
        Platform platform,
        FunctionEvidence evidence,
        TypeCatalog types,
        FunctionChoice? functionChoice)
    {
        ParameterChoice? choice = functionChoice?.Result;
        string attributes = choice is null ? "" : LifetimeAttributes.Of(choice);
        bool isText = TextTypes.IsCharacter(pointer.Target, types.Index, platform);
        if (functionChoice?.IsRaw == true || choice?.Form == Form.Pointer)
        {
            return types.Values.Target(pointer.Target, platform) is { } raw
                ? new Crossing(raw.Type + "*", attributes) { IsPointer = true }
                : Crossing.Address;
        }

        if (choice?.Form == Form.Address)
        {
            return Crossing.Address with { Attributes = attributes };
        }

        if (
            choice?.BorrowedFrom is not null
            && (isText || types.Index.Resolve(pointer.Target, platform) is PrimitiveType { Primitive: Primitive.U8 }))
        {
            return new Crossing("ReadOnlySpan<byte>", attributes);
        }

        if (isText && (choice?.FreedWith is not null || choice?.Form == Form.Text))
        {
            return new Crossing("string?", attributes);
        }

        if (isText && !TellsLength(function, platform, types))
        {
            string? free = evidence.MallocFree ?? evidence.CommentFree;
            if (pointer.IsConst)
            {
                return new Crossing("string?");
            }

            if (free is not null)
            {
                return new Crossing("string?", $"[FreedWith(\"{free}\")] ")
                {
                    Remark =
                        $"The result is owned: {(evidence.MallocFree is not null ? "an attribute" : "the comment")} says that {free} frees it.",
                };
            }
        }

        if (attributes.Length == 0 && evidence.AllocationFree is { } freedWith)
        {
            return Crossing.Address with
            {
                Attributes = $"[FreedWith(\"{freedWith}\")] ",
                Remark = $"The result is owned: by their names, {freedWith} frees what {function.Name} allocates.",
            };
        }

        bool isTyped =
            !isText && types.Index.Resolve(pointer.Target, platform) is not (PrimitiveType { Primitive: Primitive.WCharT } or PointerType);
        return isTyped && types.Values.Target(pointer.Target, platform) is { IsPointer: false } target
            ? new Crossing(target.Type + "*", attributes) { IsPointer = true }
            : Crossing.Address with { Attributes = attributes };
    }

    // What comes with its length need not end with a NUL.
    private static bool TellsLength(CFunction function, Platform platform, TypeCatalog types) =>
        function.Parameters.Any(parameter =>
            types.Index.Resolve(parameter.Type.On(platform), platform) is PointerType { IsConst: false, Target: var target }
            && types.Index.Resolve(target, platform) is PrimitiveType { Primitive: var primitive }
            && PrimitiveFacts.IsInteger(primitive)
            && primitive is not (Primitive.Char or Primitive.U8)
            && Lengths.IsLength(parameter.Name ?? "", target));
}
