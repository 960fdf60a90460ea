using System.Globalization;
using Ffi.Bindgen.Planning.Names;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Planning;

/// <summary>Plans the members of a struct whose layout is known.</summary>
internal sealed class StructMemberPlanner(TypeCatalog types, CRecord record, StructLayoutPlan layout)
{
    private readonly string _name = types.NameOf(record);
    private readonly Platform[] _platforms = [.. record.Platforms.Intersect(types.Platforms)];
    private readonly NameScope _scope = new([
        types.NameOf(record),
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
    ]);

    public StructPlan Plan()
    {
        // Names of C's fields first: what is made up gives way.
        Dictionary<CField, string> names = new(ReferenceEqualityComparer.Instance);
        foreach (CField field in record.Fields.Where(static field => field.Name.Length > 0))
        {
            names.Add(
                field,
                _scope.Take(CSharpName.Pascal(field.Name), CSharpName.AsInC(field.Name), CSharpName.Pascal(field.Name) + "Value"));
        }

        List<FieldPlan> fields = [];
        List<BitfieldPlan> bitfields = [];
        List<FlattenedPlan> flattened = [];
        bool isUnsafe = false;
        int unnamed = 0;
        foreach (Slot slot in layout.Slots)
        {
            HeadPlan head = HeadOf(slot);
            if (slot.Field is not { } field)
            {
                string storage = _scope.Take("_" + slot.Name);
                fields.Add(new FieldPlan(slot.Name, storage, slot.Type.First.Type, head, "private"));
                bitfields.AddRange(slot.Bits.Select(bits => BitfieldOf(bits, names[bits], storage, slot)));
                continue;
            }

            Value type = TypeOf(field);
            isUnsafe |= type.IsPointer;
            string name = names.GetValueOrDefault(field) ?? _scope.Take($"Unnamed{unnamed++}");
            fields.Add(new FieldPlan(field.Name, name, type.Type, head));
            if (field.Name.Length == 0)
            {
                flattened.AddRange(Flatten(field, name));
            }
        }

        CField? flexible = record.Fields.FirstOrDefault(StructLayoutPlanner.IsFlexible);
        return new StructPlan(_name, Head())
        {
            Record = record,
            IsUnsafe = isUnsafe || flattened.Any(static member => member.Type.EndsWith('*')),
            IsExplicit = layout.IsExplicit,
            Fields = fields,
            Bitfields = bitfields,
            Flattened = flattened,
            Flexible = flexible is null ? null : FlexibleOf(flexible, names[flexible]),
        };
    }

    private HeadPlan Head()
    {
        List<string> arguments = [layout.IsExplicit ? "LayoutKind.Explicit" : "LayoutKind.Sequential"];
        if (layout.Pack is { } pack)
        {
            arguments.Add($"Pack = {pack}");
        }

        if (layout.Size is { } size)
        {
            arguments.Add(string.Create(CultureInfo.InvariantCulture, $"Size = {size}"));
        }

        // What .NET does with a struct anyway need not be said.
        string[] attributes =
        [
            .. layout.IsExplicit || arguments.Count > 1 ? [$"[StructLayout({string.Join(", ", arguments)})]"] : (string[])[],
            .. SupportedPlatforms.Attributes(record.Platforms, types.Platforms),
        ];
        return Heads.Of(record.Documentation, $"<c>{Xml.Escape(record.Name)}</c>", attributes);
    }

    private HeadPlan HeadOf(Slot slot)
    {
        string[] attributes = layout.IsExplicit
            ? [string.Create(CultureInfo.InvariantCulture, $"[FieldOffset({slot.Offsets.First})]")]
            : [];
        return slot.Field is { } field
            ? Heads.Of(field.Documentation, OtherwiseOf(field), attributes)
            : new HeadPlan { Attributes = attributes };
    }

    // What a pointer to a function is a pointer to, C# doesn't show.
    private string OtherwiseOf(CField field)
    {
        if (field.Name.Length == 0)
        {
            return "What the header gives no name.";
        }

        string? callback =
            types.Index.Resolve(field.Type.First, _platforms[0]) is PointerType { Target: var target }
            && types.Index.Resolve(target, _platforms[0]) is FunctionType
                ? types.Delegates.Find(field.Type, _platforms, $"{record.Name}_{field.Name}")?.Name
                : null;
        return callback is null
            ? $"<c>{Xml.Escape(field.Name)}</c>"
            : $"""<c>{Xml.Escape(field.Name)}</c>: the address of a <see cref="{callback}"/>.""";
    }

    private Value TypeOf(CField field) =>
        ValueUnion.Of([.. _platforms.Select(platform => (platform, types.Values.InMemory(field.Type.On(platform), platform)!))])!;

    private BitfieldPlan BitfieldOf(CField bits, string name, string storage, Slot slot)
    {
        Platform platform = _platforms[0];
        int width = bits.BitWidth!.Value;
        long shift = bits.BitOffset.First - (slot.Offsets.First * 8);
        Value type = types.Values.Passed(bits.Type.On(platform), platform) ?? new Value("uint", ValueKind.Integer, 4, 4);
        string number = slot.Type.First.Type;
        long storageBits = slot.Type.First.Size * 8;
        string mask = width == 64 ? "ulong.MaxValue" : string.Create(CultureInfo.InvariantCulture, $"0x{(1UL << width) - 1:X}UL");
        string raw = shift == 0 ? storage : $"({storage} >> {shift})";
        string read = type.Kind == ValueKind.Boolean ? $"(({raw}) & 1) != 0"
            : IsSigned(bits.Type.On(platform), platform)
                ? $"({type.Type})((long)((ulong){storage} << {64 - shift - width}) >> {64 - width})"
                : $"({type.Type})((ulong){raw} & {mask})";
        string value = type.Kind == ValueKind.Boolean ? "(value ? 1UL : 0UL)" : "(ulong)value";
        string write = storageBits == width
            ? $"({number}){value}"
            : $"({number})(((ulong){storage} & ~({mask} << {shift})) | (({value} & {mask}) << {shift}))";
        // A negative number's upper bits go beyond the mask, where the compiler knows that it is one.
        return new BitfieldPlan(
            bits.Name,
            name,
            type.Type,
            Heads.Of(bits.Documentation, $"<c>{Xml.Escape(bits.Name)}</c>, {width} bit{(width == 1 ? "" : "s")}"),
            storage,
            read,
            $"unchecked({write})");
    }

    private bool IsSigned(CType type, Platform platform) =>
        types.Index.Resolve(type, platform) switch
        {
            PrimitiveType { Primitive: var primitive } => PrimitiveFacts.IsSigned(primitive, platform),
            NamedType { Name: var name } when types.Index.FindType(name, platform) is CEnum item => item.Members.Any(static member =>
                member.Value.First.Sign < 0),
            _ => false,
        };

    private IEnumerable<FlattenedPlan> Flatten(CField field, string path)
    {
        if (
            types.Index.Resolve(field.Type.First, _platforms[0]) is not NamedType { Name: var name }
            || types.Index.FindType(name, _platforms[0]) is not CRecord inner)
        {
            yield break;
        }

        StructPlan plan = new StructMemberPlanner(types, inner, types.LayoutOf(inner)).Plan();
        foreach (FieldPlan member in plan.Fields.Where(static member => member.Accessibility == "public" && member.CName.Length > 0))
        {
            yield return new FlattenedPlan(
                _scope.Take(member.Name, member.CName, member.Name + "Value"),
                member.Type,
                $"{path}.{member.Name}",
                new HeadPlan { Documentation = member.Head.Documentation });
        }

        foreach (FlattenedPlan member in plan.Flattened)
        {
            yield return member with { Name = _scope.Take(member.Name, member.Name + "Value"), Path = $"{path}.{member.Path}" };
        }
    }

    private FlexiblePlan? FlexibleOf(CField field, string name)
    {
        CType element = ((ArrayType)field.Type.First).Element;
        Value? type = ValueUnion.Of([
            .. _platforms.Select(platform =>
                (platform, types.Values.InMemory(element, platform) ?? new Value("byte", ValueKind.Integer, 1, 1))),
        ]);
        if (type is null || !field.BitOffset.IsUniform)
        {
            return null;
        }

        string item = type.IsPointer ? "nint" : type.Type;
        return new FlexiblePlan(
            name,
            item,
            field.BitOffset.First / 8,
            Heads.Of(
                field.Documentation,
                $"<c>{Xml.Escape(field.Name)}</c>: the elements after the struct. The caller has to know how many there are."));
    }
}
