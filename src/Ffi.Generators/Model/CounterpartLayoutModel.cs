namespace Ffi.Generators.Model;

/// <summary>A struct or object that generated code converts, field by field.</summary>
/// <param name="Counterpart">What signatures know of it.</param>
/// <param name="ClassName">The name of the class that converts it.</param>
/// <param name="IsExplicit">Whether each field says where it is.</param>
/// <param name="Pack">The packing that is asked for; 0 for the platform's own.</param>
/// <param name="Size">The size that is asked for, in bytes; 0 if the fields make it.</param>
/// <param name="Fields">The fields, in their order in memory.</param>
internal sealed record CounterpartLayoutModel(
    CounterpartModel Counterpart,
    string ClassName,
    bool IsExplicit,
    int Pack,
    int Size,
    EquatableArray<FieldModel> Fields);

/// <summary>Such a struct with what its file needs around it.</summary>
/// <param name="Layout">The struct.</param>
/// <param name="Namespace">The namespace of the generated class.</param>
/// <param name="Surroundings">What the file needs because of the types that it names.</param>
internal sealed record CounterpartFileModel(CounterpartLayoutModel Layout, string Namespace, SurroundingsModel Surroundings);
