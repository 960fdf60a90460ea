using System.Text.Json.Serialization;
using Ffi.Tool.Comparing;
using Ffi.Tool.Explaining;
using Ffi.Tool.Reading;
using Ffi.Tool.Sources;
using Ffi.Tool.Verifying;

namespace Ffi.Tool.Output;

/// <summary>What the tool writes for machines.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemReport))]
[JsonSerializable(typeof(ReadReport))]
[JsonSerializable(typeof(Listing))]
[JsonSerializable(typeof(LibraryListing))]
[JsonSerializable(typeof(VerifyReport))]
[JsonSerializable(typeof(DiffReport))]
[JsonSerializable(typeof(Explanation[]))]
internal sealed partial class ToolJson : JsonSerializerContext;

/// <summary>Why there is no result.</summary>
internal sealed record ProblemReport(IReadOnlyList<Problem> Problems);
