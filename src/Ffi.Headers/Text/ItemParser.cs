using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Reads what stands on one line of a digest: an item, a field or a member.</summary>
internal static class ItemParser
{
    public static COpaque ReadOpaque(LineReader line)
    {
        RecordKind kind = line.TakeWord("union") ? RecordKind.Union : RecordKind.Struct;
        if (kind == RecordKind.Struct)
        {
            line.RequireWord("struct");
        }

        return ReadTail(line, new COpaque(line.RequireTypeName("a name"), kind));
    }

    public static CRecord ReadRecord(LineReader line, RecordKind kind)
    {
        string name = line.RequireTypeName("a name");
        line.RequireWord("size");
        PerPlatform<long> size = line.ReadFact(static line => line.ReadNumber("a size in bytes"));
        line.RequireWord("align");
        PerPlatform<long> alignment = line.ReadFact(static line => line.ReadNumber("an alignment in bytes"));
        return ReadTail(line, new CRecord(name, kind, Zip(size, alignment), default));
    }

    public static CField ReadField(LineReader line)
    {
        string name = line.RequireNameOrNothing("a field");
        line.Require(":");
        PerPlatform<CType> type = line.ReadFact(TypeParser.ReadType);
        int? width = line.TakeHere(":") ? (int)line.ReadNumber("a number of bits") : null;
        line.Require("@");
        PerPlatform<long> offset = line.ReadFact(FactReader.ReadBitOffset);
        CField field = new(name, type, offset)
        {
            BitWidth = width,
            Platforms = ReadOn(line),
            Attributes = ReadAttributes(line),
        };
        return RequireEnd(line, field);
    }

    public static CEnum ReadEnum(LineReader line)
    {
        string name = line.RequireNameOrNothing("a name");
        line.Require(":");
        return ReadTail(line, new CEnum(name, line.ReadFact(TypeParser.ReadType), default));
    }

    public static CEnumMember ReadMember(LineReader line)
    {
        string name = line.RequireName("a member");
        line.Require("=");
        line.SkipSpaces();
        return RequireEnd(line, new CEnumMember(name, line.ReadFact(FactReader.ReadInteger)) { Platforms = ReadOn(line) });
    }

    public static CTypedef ReadTypedef(LineReader line)
    {
        string name = line.RequireTypeName("a name");
        line.Require(":");
        return ReadTail(line, new CTypedef(name, line.ReadFact(TypeParser.ReadType)));
    }

    public static CFunction ReadFunction(LineReader line)
    {
        bool isInline = line.TakeWordBeforeName("inline");
        bool isUnprototyped = line.TakeWordBeforeName("unprototyped");
        string name = line.RequireName("a function's name");
        CallingConvention convention = CallingConvention.C;
        if (!line.Take("("))
        {
            convention = ConventionText.Find(name) ?? throw line.Expected("'('");
            name = line.RequireName("a function's name");
            line.Require("(");
        }

        List<CParameter> parameters = [];
        bool isVariadic = line.ReadParameters(() =>
        {
            Label label = line.TakeLabel();
            parameters.Add(
                new CParameter(label.Name, line.ReadFact(TypeParser.ReadType)) { Count = label.Count, Attributes = ReadAttributes(line) });
        });
        line.Require("->");
        CFunction function = new(name, line.ReadFact(TypeParser.ReadType), parameters.ToEquatableArray())
        {
            IsInline = isInline,
            IsUnprototyped = isUnprototyped,
            IsVariadic = isVariadic,
            Convention = convention,
        };
        PlatformSet platforms = ReadOn(line);
        return ReadTail(line, function with { Platforms = platforms, Symbol = ReadSymbol(line) });
    }

    public static CVariable ReadVariable(LineReader line)
    {
        bool isConst = line.TakeWordBeforeName("const");
        string name = line.RequireName("a variable's name");
        line.Require(":");
        CVariable variable = new(name, line.ReadFact(TypeParser.ReadType)) { IsConst = isConst };
        PlatformSet platforms = ReadOn(line);
        return ReadTail(line, variable with { Platforms = platforms, Symbol = ReadSymbol(line) });
    }

    public static CConstant ReadConstant(LineReader line)
    {
        string name = line.RequireName("a constant's name");
        line.Require(":");
        PerPlatform<CType> type = line.ReadFact(TypeParser.ReadType);
        line.Require("=");
        line.SkipSpaces();
        return ReadTail(line, new CConstant(name, type, line.ReadFact(FactReader.ReadConstant)));
    }

    public static CMacro ReadMacro(LineReader line)
    {
        string name = line.RequireName("a macro's name");
        List<string>? parameters = null;
        if (line.TakeHere("("))
        {
            string inside = line.ReadWhile(static character => character != ')');
            line.Require(")");
            parameters =
            [
                .. inside.Split(',').Select(static parameter => parameter.Trim()).Where(static parameter => parameter.Length > 0),
            ];
        }

        PerPlatform<string> body = parameters is null || line.Take("=") ? ReadBody(line, parameters is null) : PerPlatform.Same("");
        return ReadTail(line, new CMacro(name, parameters?.ToEquatableArray(), body));
    }

    private static PerPlatform<string> ReadBody(LineReader line, bool needsSign)
    {
        if (needsSign)
        {
            line.Require("=");
        }

        return line.ReadFact(FactReader.ReadText);
    }

    // What follows a declaration. The platforms may have been read already.
    private static T ReadTail<T>(LineReader line, T item)
        where T : CItem
    {
        T read = item with
        {
            Platforms = item.Platforms == PlatformSet.All ? ReadOn(line) : item.Platforms,
            Attributes = ReadAttributes(line),
            Location = ReadLocation(line),
        };
        return RequireEnd(line, read);
    }

    private static PlatformSet ReadOn(LineReader line) => line.TakeWord("on") ? line.ReadPlatforms() : PlatformSet.All;

    private static PerPlatform<string>? ReadSymbol(LineReader line) => line.TakeWord("symbol") ? line.ReadFact(FactReader.ReadText) : null;

    private static EquatableArray<CAttribute> ReadAttributes(LineReader line)
    {
        if (!line.Take("["))
        {
            return default;
        }

        List<CAttribute> attributes = [];
        do
        {
            attributes.Add(new CAttribute(line.RequireName("an attribute"), line.TakeHere("(") ? ReadArguments(line) : ""));
        }
        while (line.Take(","));
        line.Require("]");
        return attributes.ToEquatableArray();
    }

    private static string ReadArguments(LineReader line)
    {
        string plain = line.ReadWhile(static character => character is not (')' or '"'));
        string arguments = line.TakeHere("\"") ? ReadQuoted(line) : plain;
        line.Require(")");
        return arguments;
    }

    private static string ReadQuoted(LineReader line)
    {
        line.StepBack();
        return line.RequireQuoted("text in quotes");
    }

    // A file's name may have spaces and colons; the line's number is behind the last.
    private static SourceLocation? ReadLocation(LineReader line)
    {
        if (!line.TakeWord("at"))
        {
            return null;
        }

        line.SkipSpaces();
        string place = line.ReadToEnd();
        int colon = place.LastIndexOf(':');
        return colon > 0 && int.TryParse(place.Substring(colon + 1), out int number)
            ? new SourceLocation(place.Substring(0, colon), number)
            : throw line.Expected("a file and a line, such as sqlite3.h:35");
    }

    private static T RequireEnd<T>(LineReader line, T item) => line.IsAtEnd ? item : throw line.Expected("the line's end");

    private static PerPlatform<RecordLayout> Zip(PerPlatform<long> sizes, PerPlatform<long> alignments)
    {
        if (sizes.IsUniform && alignments.IsUniform)
        {
            return PerPlatform.Same(new RecordLayout(sizes.First, (int)alignments.First));
        }

        // What differs names all platforms of the record.
        PerPlatform<long> different = sizes.IsUniform ? alignments : sizes;
        return PerPlatform.Of(
            different
                .Variants.SelectMany(static variant => variant.Platforms)
                .Select(platform => new PlatformVariant<RecordLayout>(
                    PlatformSet.Of(platform),
                    new RecordLayout(sizes.On(platform), (int)alignments.On(platform)))));
    }
}
