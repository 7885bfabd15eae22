using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ivr.Caller.Scripts.Model;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Scripts.Schema;

/// <summary>Makes the JSON Schema of call scripts from the types that read them. Editors use it to complete and check scripts.</summary>
internal static class ScriptSchema
{
    private const string Placeholder = "<[^<>]+>";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly SchemaDocs Docs = new();

    /// <summary>The text of docs/call-script.schema.json.</summary>
    public static string Text() => Root().ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";

    private static JsonObject Root()
    {
        var root = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = "Call script" };
        foreach (var (name, value) in Part(typeof(CallScript), ScriptKeys.Of(typeof(CallScript))).ToList())
            root[name] = value?.DeepClone();
        root["properties"]!.AsObject().Add(Examples.Key, ExampleTables());
        root["anyOf"] = new JsonArray(Requires("dial"), Requires("calls"));
        return root;
    }

    private static JsonObject Requires(string key) => new() { ["required"] = new JsonArray(key) };

    private static JsonObject Part(Type type, IReadOnlyList<ScriptKey> keys)
    {
        var part = new JsonObject { ["description"] = Docs.Of(type), ["type"] = "object", ["additionalProperties"] = false };
        if (keys.Any(key => key.IsRequired))
            part["required"] = new JsonArray([.. keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name)]);
        part["properties"] = new JsonObject(keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, Key(key))));
        return part;
    }

    private static JsonObject Key(ScriptKey key)
    {
        var schema = key switch
        {
            { ItemType: { } item } => List(item),
            _ when key.Type.IsSubclassOf(typeof(ScriptPart)) => Part(key.Type, ScriptKeys.Of(key.Type)),
            _ => Value(key),
        };
        schema["description"] = Docs.Of(key.Property);
        return schema;
    }

    private static JsonObject List(Type item) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["const"] = "none" },
            new JsonObject { ["type"] = "array", ["items"] = item == typeof(ScriptStep) ? AnyStep() : Part(item, ScriptKeys.Of(item)) }),
    };

    private static JsonObject AnyStep() => new()
    {
        ["anyOf"] = new JsonArray([.. Words().Concat(ScriptKeys.Steps.Where(step => step.HasValue).Select(StepPart))]),
    };

    private static IEnumerable<JsonNode> Words() => ScriptKeys.Steps.Where(step => step.MayBeOneWord)
        .Select(step => new JsonObject { ["description"] = Docs.Of(step.Type), ["const"] = step.Name });

    private static JsonNode StepPart(StepKind step)
    {
        var part = Part(step.Type, step.Keys);
        part["required"] = new JsonArray(step.Name);
        return part;
    }

    // Editors take unquoted digits as a number and true as a boolean. The reader takes all of them as text. A pattern applies only to text,
    // and a placeholder for a column of the examples may stand anywhere.
    private static JsonObject Value(ScriptKey key)
    {
        var form = Values.Of(key);
        var value = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        if (key.Type.IsEnum)
            value["examples"] = new JsonArray([.. ScriptKeys.Values(key.Type).Select(word => (JsonNode)word)]);
        if (form.Pattern is { } pattern)
            value["pattern"] = $"^({pattern})$|{Placeholder}";
        return value;
    }

    private static JsonObject ExampleTables()
    {
        var cell = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") };
        var row = new JsonObject { ["type"] = "object", ["additionalProperties"] = cell };
        var table = new JsonObject { ["type"] = "array", ["items"] = row, ["minItems"] = 1 };
        return new()
        {
            ["description"] = "The script is run once for each row, with every <column> replaced by the row's text. "
                + "Tables under names are combined: each row of one with each row of the others.",
            ["anyOf"] = new JsonArray(table, new JsonObject { ["type"] = "object", ["additionalProperties"] = table.DeepClone() }),
        };
    }
}
