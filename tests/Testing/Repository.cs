namespace HnCe.Testing;

/// <summary>Where the sources lie.</summary>
public static class Repository
{
    public static readonly string Root = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HnCe.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
