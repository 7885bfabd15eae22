namespace Ivr.Server.Configuration;

/// <summary>
/// Removes white space around configured values. A secret that comes from a file often ends in a newline, and no value of this server
/// begins or ends with white space.
/// </summary>
internal static class TrimmedValues
{
    // Values of the framework itself may end in a space, such as the timestamp format of the console log.
    private static readonly string[] NotOurs = ["Logging:", "Kestrel:"];

    /// <summary>Adds the trimmed values on top of the sources.</summary>
    public static void Apply(IConfigurationManager configuration)
    {
        List<KeyValuePair<string, string?>> trimmed =
        [
            .. from setting in configuration.AsEnumerable()
               where setting.Value is { } value && value.Length != value.Trim().Length
                   && !NotOurs.Any(section => setting.Key.StartsWith(section, StringComparison.OrdinalIgnoreCase))
               select KeyValuePair.Create(setting.Key, (string?)setting.Value!.Trim()),
        ];
        if (trimmed.Count > 0)
            configuration.AddInMemoryCollection(trimmed);
    }
}
