using System.Collections;
using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>Fills the parts of a script from YAML. It is strict: an unknown key is an error.</summary>
internal sealed class Binder(ScriptErrors errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public T Bind<T>(MapNode node)
        where T : ScriptPart => (T)BindPart(typeof(T), node, ScriptKeys.Of(typeof(T)));

    private ScriptPart BindPart(Type type, MapNode node, IReadOnlyList<ScriptKey> keys)
    {
        var part = Create(type, node.At);
        foreach (var (name, value) in node.Entries)
        {
            part.KeysAt[name.Text] = name.At;
            if (keys.FirstOrDefault(key => key.Name == name.Text) is { } key)
                Fill(part, key, value);
            else
                errors.Add(name.At, $"There is no key \"{name.Text}\" here.{Suggest(name.Text, keys)}");
        }

        foreach (var key in keys.Where(key => key.IsRequired && node[key.Name] is null))
            errors.Add(node.At, $"The key \"{key.Name}\" is missing.");
        return part;
    }

    private static string Suggest(string written, IReadOnlyList<ScriptKey> keys)
    {
        var names = keys.Select(key => key.Name).ToList();
        return Nearest.Hint(written, names) is { Length: > 0 } hint ? hint : $" There is {Nearest.AnyOf(names)}.";
    }

    private void Fill(ScriptPart part, ScriptKey key, YamlPart node)
    {
        if (BindValue(key, node) is { } value)
            key.Property.SetValue(part, value);
    }

    private object? BindValue(ScriptKey key, YamlPart node)
    {
        if (key.ItemType is { } item)
            return BindList(key, item, node);
        if (key.Type.IsSubclassOf(typeof(ScriptPart)))
            return node is MapNode map ? BindPart(key.Type, map, ScriptKeys.Of(key.Type)) : Refuse(node, key.Name, "keys and values");
        var form = Values.Of(key);
        return node is TextNode text && Matches(text.Text, form.Pattern) && form.Read(text.Text) is { } value
            ? value
            : Refuse(node, key.Name, form.Meant + Hint(node, key.Type));
    }

    private IList? BindList(ScriptKey key, Type item, YamlPart node)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        // "prestations: none" is clearer to a reader than "[]".
        if (node is TextNode { Text: "none" })
            return list;
        if (node is not ListNode { Items: var nodes })
        {
            Refuse(node, key.Name, "a list, each item after a dash, or the word none");
            return null;
        }

        foreach (var (at, part) in nodes.Select(each => (each.At, Part: item == typeof(ScriptStep) ? BindStep(each) : BindItem(item, each, key))))
        {
            if (part is not null)
                list.Add(part);
        }

        return list;
    }

    private ScriptPart? BindItem(Type item, YamlPart node, ScriptKey key)
    {
        if (node is MapNode map)
            return BindPart(item, map, ScriptKeys.Of(item));
        Refuse(node, $"an item of {key.Name}", "keys and values");
        return null;
    }

    private ScriptPart? BindStep(YamlPart node)
    {
        var names = ScriptKeys.Steps.Select(step => step.Name).ToList();
        var word = node is MapNode { Entries: [var first, ..] } ? first.Key : node as TextNode;
        if (ScriptKeys.Steps.FirstOrDefault(step => step.Name == word?.Text) is not { } kind)
        {
            var hint = word is null ? "" : Nearest.Hint(word.Text, names);
            errors.Add(node.At, $"{word?.Kind ?? node.Kind} is no step.{(hint.Length > 0 ? hint : $" A step is {Nearest.AnyOf(names)}.")}");
            return null;
        }

        if (node is MapNode map && kind.HasValue)
            return BindPart(kind.Type, map, kind.Keys);
        if (node is TextNode && kind.MayBeOneWord)
            return Create(kind.Type, node.At);
        errors.Add(node.At, kind.HasValue ? $"\"{kind.Name}\" needs a value: \"- {kind.Name}: ...\"." : $"\"{kind.Name}\" takes no value: write \"- {kind.Name}\".");
        return null;
    }

    private object? Refuse(YamlPart node, string name, string meant)
    {
        errors.Add(node.At, $"\"{name}\" is {node.Kind}. It must be {meant}.");
        return null;
    }

    private static string Hint(YamlPart node, Type type) =>
        type.IsEnum && node is TextNode text ? "." + Nearest.Hint(text.Text, ScriptKeys.Values(type)).TrimEnd('.') : "";

    private static ScriptPart Create(Type type, Mark at)
    {
        var part = (ScriptPart)Activator.CreateInstance(type)!;
        part.At = at;
        return part;
    }

    private static bool Matches(string text, string? pattern) =>
        pattern is null || Regex.IsMatch(text, $@"\A({pattern})\z", RegexOptions.None, Patience);
}
