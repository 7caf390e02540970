using System.Text.Json.Nodes;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>JSON merge patch, RFC 7396: objects merge, null removes, everything else replaces.</summary>
internal static class MergePatch
{
    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject nested)
            {
                target[name] = Apply(target[name] is JsonObject there ? (JsonObject)there.DeepClone() : [], nested);
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }

        return target;
    }
}
