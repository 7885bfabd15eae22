namespace Twilio.Types;

/// <summary>A value out of a list that the other side may lengthen at any time: a string with a type.</summary>
public abstract class StringEnum
{
    private string? _value;

    /// <summary>Makes a value that is still to be set by <see cref="FromString"/>.</summary>
    protected StringEnum()
    {
    }

    /// <summary>Makes a value.</summary>
    protected StringEnum(string value) => _value = value;

    /// <summary>Values are equal when they have the same type and the same text.</summary>
    public static bool operator ==(StringEnum? a, StringEnum? b) => a is null ? b is null : a.Equals(b);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(StringEnum? a, StringEnum? b) => !(a == b);

    /// <summary>Replaces the value.</summary>
    public void FromString(string value) => _value = value;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is StringEnum other && other.GetType() == GetType() && other._value == _value;

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);

    /// <summary>The value as it is written in TwiML.</summary>
    public override string ToString() => _value!;
}
