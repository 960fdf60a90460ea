using System.Globalization;
using System.Text;
using Ffi.Bindgen.Clang;
using Ffi.Headers.Digest;

namespace Ffi.Bindgen.Reading;

/// <summary>What macros come to. A second parse gives each a variable of the type that the compiler finds, and evaluates it.</summary>
/// <param name="Constants">Those with a value.</param>
/// <param name="Others">Those without.</param>
internal sealed record MacroValues(IReadOnlyList<CConstant> Constants, IReadOnlyList<CMacro> Others)
{
    private const string DefinedPrefix = "ffi_defined_";
    private const string ValuePrefix = "ffi_value_";
    private const string AddressPrefix = "ffi_address_";

    private static readonly string[] s_places =
    [
        "__FILE__", "__FILE_NAME__", "__LINE__", "__DATE__", "__TIME__", "__TIMESTAMP__", "__COUNTER__", "__INCLUDE_LEVEL__", "__func__",
        "__FUNCTION__",
    ];

    /// <summary>Finds the values of a header's macros.</summary>
    /// <param name="clang">What evaluates them.</param>
    /// <param name="includes">A source that includes the header.</param>
    /// <param name="arguments">What the header was parsed with.</param>
    /// <param name="macros">The macros.</param>
    /// <param name="undefined">Names that the header undefines somewhere.</param>
    public static MacroValues Read(LibClang clang, string includes, string[] arguments, MacroReader macros, IReadOnlySet<string> undefined)
    {
        MacroText[] all = [.. macros.All.Where(static macro => macro.Parameters is not null || macro.Body.Length > 0)];
        HashSet<string> unusable = Unusable(all);
        string source =
            StandaloneMacros.Write(all, macro => macro.CanBeExpression && !unusable.Contains(macro.Name), undefined) ?? includes;
        using TranslationUnit unit = TranslationUnit.Parse(
            clang,
            source + Variables(all, unusable),
            arguments,
            ParseOptions.SkipFunctionBodies);
        (Dictionary<int, CConstant> constants, HashSet<int> defined) = ReadValues(clang, unit.Root, all);
        return new MacroValues(
            [.. constants.OrderBy(static pair => pair.Key).Select(static pair => pair.Value)],
            [.. all.Where((_, index) => defined.Contains(index) && !constants.ContainsKey(index)).Select(ToMacro)]);
    }

    // One that was undefined in the end is none of the header's.
    private static string Variables(MacroText[] macros, HashSet<string> unusable)
    {
        StringBuilder text = new();
        for (int index = 0; index < macros.Length; index++)
        {
            MacroText macro = macros[index];
            text.Append(CultureInfo.InvariantCulture, $"#ifdef {macro.Name}\nextern int {DefinedPrefix}{index};\n");
            bool canBeExpression = macro.CanBeExpression && !unusable.Contains(macro.Name);
            if (canBeExpression)
            {
                text.Append(CultureInfo.InvariantCulture, $"static const __auto_type {ValuePrefix}{index} = {macro.Name};\n");
            }

            if (canBeExpression && macro.MayBePointer)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"static const __INTPTR_TYPE__ {AddressPrefix}{index} = (__INTPTR_TYPE__)({macro.Name});\n");
            }

            text.Append("#endif\n");
        }

        return text.ToString();
    }

    // A macro that opens a brace for another to close, a list, one that says where it is used, and those that stand for such.
    private static HashSet<string> Unusable(MacroText[] macros)
    {
        HashSet<string> unusable =
        [
            .. s_places,
            .. macros.Where(static macro => !macro.IsBalanced || macro.IsList).Select(static macro => macro.Name),
        ];
        for (int count = 0; count < unusable.Count; )
        {
            count = unusable.Count;
            unusable.UnionWith(macros.Where(macro => macro.Words.Any(unusable.Contains)).Select(static macro => macro.Name));
        }

        return unusable;
    }

    // They are the last declarations of the file.
    private static (Dictionary<int, CConstant> Constants, HashSet<int> Defined) ReadValues(LibClang clang, Cursor root, MacroText[] macros)
    {
        Dictionary<int, CConstant> constants = [];
        HashSet<int> defined = [];
        Dictionary<int, ConstantValue> addresses = [];
        List<Cursor> declarations = clang.ChildrenOf(root);
        for (int place = declarations.Count - 1; place >= 0; place--)
        {
            string name = clang.Take(clang.NameOf(declarations[place]));
            if (name.StartsWith(AddressPrefix, StringComparison.Ordinal))
            {
                if (Evaluation.Read(clang, declarations[place]) is IntegerValue address)
                {
                    addresses.Add(int.Parse(name.AsSpan(AddressPrefix.Length), CultureInfo.InvariantCulture), address);
                }
            }
            else if (name.StartsWith(ValuePrefix, StringComparison.Ordinal))
            {
                int index = int.Parse(name.AsSpan(ValuePrefix.Length), CultureInfo.InvariantCulture);
                if (ToConstant(clang, declarations[place], macros[index], addresses.GetValueOrDefault(index)) is { } constant)
                {
                    constants.Add(index, constant);
                }
            }
            else if (name.StartsWith(DefinedPrefix, StringComparison.Ordinal))
            {
                defined.Add(int.Parse(name.AsSpan(DefinedPrefix.Length), CultureInfo.InvariantCulture));
            }
            else
            {
                break;
            }
        }

        return (constants, defined);
    }

    private static CConstant? ToConstant(LibClang clang, Cursor variable, MacroText macro, ConstantValue? address)
    {
        TypeKind kind = clang.CanonicalTypeOf(clang.TypeOf(variable)).Kind;
        ConstantValue? value = kind == TypeKind.Pointer ? ReadText(clang, variable, macro) ?? address : Evaluation.Read(clang, variable);
        CType? type = value switch
        {
            TextValue text => new ArrayType(ConstantTypes.CharacterOf(macro.Body), text.UnitsOf(macro.Body) + 1),
            IntegerValue when kind == TypeKind.Pointer => new PointerType(new PrimitiveType(Primitive.Void)),
            not null => ConstantTypes.Of(kind),
            _ => null,
        };
        return type is null
            ? null
            : new CConstant(macro.Name, PerPlatform.Same(type), PerPlatform.Same(value!)) { Location = macro.Location };
    }

    private static ConstantValue? ReadText(LibClang clang, Cursor variable, MacroText macro) =>
        ConstantTypes.IsWide(macro.Body) ? CLiteral.Parse(macro.Body) : Evaluation.Read(clang, variable);

    private static CMacro ToMacro(MacroText macro) =>
        new(macro.Name, macro.Parameters?.ToEquatableArray(), PerPlatform.Same(macro.Parameters is null ? macro.Body : ""))
        {
            Location = macro.Location,
        };
}
