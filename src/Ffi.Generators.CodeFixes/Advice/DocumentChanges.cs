using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Ffi.Generators.CodeFixes.Advice;

/// <summary>The changes of one file, from all who compile it: what two of them want is done once.</summary>
internal sealed class DocumentChanges
{
    private readonly HashSet<ImportEdits> _sources = [];

    public void Add(ImportEdits edits) => _sources.Add(edits);

    public SourceText Apply(SourceText text)
    {
        TextChange[] changes =
        [
            .. _sources.SelectMany(static source => source.Changes).Distinct()
                .Select(static (change, index) => (change, index))
                .OrderBy(static entry => entry.change.Span.Start)
                .ThenBy(static entry => entry.change.Span.Length)
                .ThenBy(static entry => entry.index)
                .Select(static entry => entry.change),
        ];
        string before = text.ToString();
        var after = new StringBuilder();
        int position = 0;
        foreach (TextChange change in changes)
        {
            if (change.Span.Start < position)
            {
                continue;
            }

            after.Append(before, position, change.Span.Start - position).Append(change.NewText);
            position = change.Span.End;
        }

        return SourceText.From(after.Append(before, position, before.Length - position).ToString(), text.Encoding, text.ChecksumAlgorithm);
    }
}
