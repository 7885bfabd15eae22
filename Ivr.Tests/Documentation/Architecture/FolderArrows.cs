using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ivr.Tests.Documentation.Architecture;

/// <summary>
/// A dependency between two folders of one project: <c>User</c>, a type in the folder <c>From</c>, uses <c>Used</c>, a type in the folder
/// <c>To</c>. A folder is a path such as <c>Secured/Live</c>; empty for the root of the project.
/// </summary>
internal sealed record FolderArrow(string From, string To, string User, string Used)
{
    public override string ToString() => $"{From}/{User} uses {To}/{Used}";
}

/// <summary>
/// Reads the dependencies between the folders of a compiled project from signatures, attributes and method bodies. A namespace is a folder.
/// </summary>
internal static class FolderArrows
{
    // Razor compiles Secured/Live/Page.cshtml to the type Secured_Live_Page.
    private const string RazorNamespace = "AspNetCoreGeneratedDocument";

    /// <summary>
    /// Returns all dependencies between different folders. The name of the file <paramref name="assembly"/> is the root namespace of the
    /// project.
    /// </summary>
    public static IReadOnlyList<FolderArrow> Read(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        var root = Path.GetFileNameWithoutExtension(assembly);
        return
        [
            .. from type in module.GetTypes()
               let user = Outermost(type)
               let folder = FolderOf(user, root)
               where folder is not null
               from reference in TypesUsedBy(type)
               let used = Outermost(reference)
               where used.Scope == module
               let target = FolderOf(used, root)
               where target is not null && target != folder
               select new FolderArrow(folder, target, NameOf(user), NameOf(used)) into arrow
               group arrow by arrow into same
               select same.Key,
        ];
    }

    private static string? FolderOf(TypeReference type, string root) => type.Namespace switch
    {
        RazorNamespace => string.Join('/', type.Name.Split('_', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)),
        var own when own == root => "",
        var own when own.StartsWith($"{root}.", StringComparison.Ordinal) => own[(root.Length + 1)..].Replace('.', '/'),
        _ => null,
    };

    private static string NameOf(TypeReference type) => type.Name.Split('`')[0];

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is { } declaring)
            type = declaring;
        return type;
    }

    private static IEnumerable<TypeReference> TypesUsedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference?> used =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType),
            .. type.GenericParameters.SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType)),
            .. AttributesOf(type),
            .. type.Fields.SelectMany(AttributesOf),
            .. type.Properties.SelectMany(AttributesOf),
            .. type.Methods.SelectMany(TypesUsedBy),
        ];
        return used.OfType<TypeReference>().SelectMany(Elements);
    }

    private static IEnumerable<TypeReference> TypesUsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType)),
        .. AttributesOf(method),
        .. method.HasBody ? TypesUsedBy(method.Body) : [],
    ];

    private static IEnumerable<TypeReference> TypesUsedBy(MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            _ => Array.Empty<TypeReference>(),
        }),
    ];

    private static IEnumerable<TypeReference> AttributesOf(ICustomAttributeProvider provider) => provider.CustomAttributes.SelectMany(
        attribute => attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    // The types inside an array, a reference or a generic type.
    private static IEnumerable<TypeReference> Elements(TypeReference type) => type switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Elements).Append(generic.ElementType),
        TypeSpecification specification => Elements(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
