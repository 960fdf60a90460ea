using System.Globalization;
using System.Text;
using Ffi.Headers.Digest;

namespace Ffi.Headers.Text;

/// <summary>Writes digests as text; <see cref="DigestParser"/> reads it back.</summary>
public sealed class DigestWriter
{
    private readonly StringBuilder _text = new();
    private readonly HeaderDigest _digest;
    private readonly bool _includesDocumentation;

    private DigestWriter(HeaderDigest digest, bool includesDocumentation)
    {
        _digest = digest;
        _includesDocumentation = includesDocumentation;
    }

    /// <summary>The text of a digest.</summary>
    /// <param name="digest">What to write.</param>
    /// <param name="includesDocumentation">Whether the header's comments are written too.</param>
    public static string Write(HeaderDigest digest, bool includesDocumentation = true)
    {
        DigestWriter writer = new(digest, includesDocumentation);
        writer.WriteAll();
        return writer._text.ToString();
    }

    private void WriteAll()
    {
        _text.Append("ffi-header 1\n");
        foreach (string header in _digest.Headers)
        {
            WriteFact("header", header);
        }

        WriteFact("library", _digest.Library);
        WriteFact("version", _digest.Version);
        WriteFact("licence", _digest.Licence);
        WriteFact("sha256", _digest.Sha256);
        WriteFact("platforms", string.Join(" ", _digest.Platforms.Select(PlatformNames.NameOf)));
        _text.Append('\n');
        WriteItems(_digest.Opaques, opaque => _text.Append("opaque ").Append(KindText.Of(opaque.Kind)).Append(' ').Append(opaque.Name));
        WriteItems(_digest.Records, WriteRecord, WriteFields);
        WriteItems(_digest.Enums, WriteEnum, WriteMembers);
        WriteItems(_digest.Typedefs, typedef => WriteTyped("typedef ", typedef.Name, typedef.Type));
        WriteItems(_digest.Functions, WriteFunction);
        WriteItems(_digest.Variables, WriteVariable);
        WriteItems(_digest.Constants, WriteConstant);
        WriteItems(_digest.Macros, WriteMacro);
    }

    private void WriteFact(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(name.PadRight("platforms  ".Length)).Append(value).Append('\n');
        }
    }

    private void WriteItems<T>(EquatableArray<T> items, Action<T> write, Action<T>? writeMembers = null)
        where T : CItem
    {
        foreach (T item in items)
        {
            WriteDocumentation("", item.Documentation);
            write(item);
            WriteTail(item.Platforms, SymbolOf(item), item.Attributes, item.Location);
            writeMembers?.Invoke(item);
        }
    }

    private static PerPlatform<string>? SymbolOf(CItem item) => item switch
    {
        CFunction function => function.Symbol,
        CVariable variable => variable.Symbol,
        _ => null,
    };

    private void WriteTail(
        PlatformSet platforms,
        PerPlatform<string>? symbol,
        EquatableArray<CAttribute> attributes,
        SourceLocation? location)
    {
        if (platforms != PlatformSet.All)
        {
            _text.Append(" on ").Append(platforms.ToString(_digest.Platforms));
        }

        if (symbol is not null)
        {
            WriteFact(_text.Append(" symbol "), symbol, static (text, name) => text.Append(ConstantText.Quote(name)));
        }

        WriteAttributes(attributes);
        if (location is { } place)
        {
            _text.Append(" at ").Append(place.ToString());
        }

        _text.Append('\n');
    }

    private void WriteAttributes(EquatableArray<CAttribute> attributes)
    {
        for (int index = 0; index < attributes.Count; index++)
        {
            _text.Append(index == 0 ? " [" : ", ").Append(attributes[index].Name);
            string arguments = attributes[index].Arguments;
            if (arguments.Length > 0)
            {
                _text.Append('(').Append(IsPlain(arguments) ? arguments : ConstantText.Quote(arguments)).Append(')');
            }
        }

        _text.Append(attributes.Count > 0 ? "]" : "");
    }

    private static bool IsPlain(string arguments) =>
        arguments.All(static character =>
            character is ' ' or ',' or '_' or '.' or (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'));

    private void WriteDocumentation(string indent, string? documentation)
    {
        if (documentation is null || !_includesDocumentation)
        {
            return;
        }

        foreach (string line in documentation.Split('\n'))
        {
            _text.Append(indent).Append(line.Length == 0 ? "///" : "/// ").Append(line).Append('\n');
        }
    }

    private void WriteFact<T>(StringBuilder text, PerPlatform<T> fact, Action<StringBuilder, T> write)
        where T : notnull
    {
        if (fact.IsUniform)
        {
            write(text, fact.First);
            return;
        }

        for (int index = 0; index < fact.Variants.Count; index++)
        {
            text.Append(index == 0 ? "{" : "; ").Append(fact.Variants[index].Platforms.ToString(_digest.Platforms)).Append(": ");
            write(text, fact.Variants[index].Value);
        }

        text.Append('}');
    }

    private void WriteType(PerPlatform<CType> type) => WriteFact(_text, type, static (text, value) => TypeText.Write(text, value));

    private void WriteTyped(string word, string name, PerPlatform<CType> type)
    {
        _text.Append(word).Append(name).Append(": ");
        WriteType(type);
    }

    private void WriteRecord(CRecord record)
    {
        _text.Append(KindText.Of(record.Kind)).Append(' ').Append(record.Name);
        WriteFact(_text.Append(" size "), record.Layout.Select(static layout => layout.Size), static (text, size) => text.Append(size));
        WriteFact(
            _text.Append(" align "),
            record.Layout.Select(static layout => layout.Alignment),
            static (text, alignment) => text.Append(alignment));
    }

    private void WriteFields(CRecord record)
    {
        foreach (CField field in record.Fields)
        {
            WriteDocumentation("  ", field.Documentation);
            WriteTyped("  ", NameText.OrNothing(field.Name), field.Type);
            if (field.BitWidth is { } width)
            {
                _text.Append(':').Append(width);
            }

            WriteFact(_text.Append(" @"), field.BitOffset, (text, offset) => WriteOffset(text, offset, field.IsBitfield));
            WriteTail(field.Platforms, null, field.Attributes, null);
        }
    }

    private static void WriteOffset(StringBuilder text, long bits, bool isBitfield)
    {
        text.Append(bits / 8);
        if (isBitfield)
        {
            text.Append('.').Append(bits % 8);
        }
    }

    private void WriteEnum(CEnum item) => WriteTyped("enum ", NameText.OrNothing(item.Name), item.Type);

    private void WriteMembers(CEnum item)
    {
        foreach (CEnumMember member in item.Members)
        {
            WriteDocumentation("  ", member.Documentation);
            _text.Append("  ").Append(member.Name);
            WriteFact(_text.Append(" = "), member.Value, static (text, value) => text.Append(value.ToString(CultureInfo.InvariantCulture)));
            WriteTail(member.Platforms, null, default, null);
        }
    }

    private void WriteFunction(CFunction function)
    {
        _text.Append("function ").Append(function.IsInline ? "inline " : "").Append(function.IsUnprototyped ? "unprototyped " : "");
        if (function.Convention != CallingConvention.C)
        {
            _text.Append(ConventionText.Of(function.Convention)).Append(' ');
        }

        _text.Append(function.Name);
        TypeText.WriteParameters(
            _text,
            function.Parameters.Select(parameter => (Action<StringBuilder>)(_ => WriteParameter(parameter))),
            function.IsVariadic);
        _text.Append(" -> ");
        WriteType(function.Result);
    }

    private void WriteParameter(CParameter parameter)
    {
        if (parameter.Name is not null || parameter.Count is not null)
        {
            _text.Append(NameText.OrNothing(parameter.Name));
            if (parameter.Count is { } count)
            {
                _text.Append('[').Append(count).Append(']');
            }

            _text.Append(": ");
        }

        WriteType(parameter.Type);
        WriteAttributes(parameter.Attributes);
    }

    private void WriteVariable(CVariable variable) =>
        WriteTyped(variable.IsConst ? "variable const " : "variable ", variable.Name, variable.Type);

    private void WriteConstant(CConstant constant)
    {
        WriteTyped("constant ", constant.Name, constant.Type);
        WriteFact(_text.Append(" = "), constant.Value, static (text, value) => text.Append(ConstantText.Of(value)));
    }

    private void WriteMacro(CMacro macro)
    {
        _text.Append("macro ").Append(macro.Name);
        if (macro.Parameters is { } parameters)
        {
            _text.Append('(').Append(string.Join(", ", parameters)).Append(')');
        }

        if (macro.Parameters is null || !macro.Body.IsUniform || macro.Body.First.Length > 0)
        {
            WriteFact(
                _text.Append(" = "),
                macro.Body,
                static (text, body) => text.Append(NameText.IsName(body) ? body : ConstantText.Quote(body)));
        }
    }
}
