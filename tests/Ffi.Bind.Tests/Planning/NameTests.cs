using Ffi.Bindgen.Planning.Names;

namespace Ffi.Bind.Tests.Planning;

public sealed class NameTests
{
    [Theory]
    [InlineData("open_v2", "OpenV2")]
    [InlineData("OPEN_READONLY", "OpenReadonly")]
    [InlineData("CreateWindow", "CreateWindow")]
    [InlineData("deflateInit2_", "DeflateInit2")]
    [InlineData("VERSION_1_2", "Version1_2")]
    [InlineData("index_entry.ctime", "IndexEntryCtime")]
    [InlineData("3d", "_3d")]
    public void Pascal_HasOneCapitalAWord(string name, string expected) => Assert.Equal(expected, CSharpName.Pascal(name));

    [Theory]
    [InlineData("xmlParseFile", "xml parse file")]
    [InlineData("SDL_RWFromFile", "sdl rw from file")]
    [InlineData("git_repository_open_ext", "git repository open ext")]
    public void Words_ArePartedByUnderscoresAndCase(string name, string expected) =>
        Assert.Equal(expected, string.Join(' ', Words.Of(name)));

    [Fact]
    public void Prefixes_AreWhatMostNamesHave()
    {
        Assert.Equal(
            ["sqlite3_", "SQLITE_"],
            Prefixes.Find(
                ["sqlite3_open", "sqlite3_close", "sqlite3_step", "sqlite3changeset_new"],
                ["sqlite3_stmt", "sqlite3_blob", "sqlite3_value"],
                ["SQLITE_OK", "SQLITE_ROW", "SQLITE_DONE"]));
        Assert.Equal(
            ["glfw", "GLFW", "GLFW_"],
            Prefixes.Find(
                ["glfwInit", "glfwTerminate", "glfwPoll"],
                ["GLFWwindow", "GLFWmonitor", "GLFWcursor"],
                ["GLFW_TRUE", "GLFW_FALSE", "GLFW_KEY"]));
        Assert.Equal(
            ["vk", "Vk", "VK_"],
            Prefixes.Find(
                ["vkCreateDevice", "vkDestroyDevice", "vkWait"],
                ["VkDevice", "VkQueue", "VkImage"],
                ["VK_TRUE", "VK_FALSE", "VK_NULL"]));
        Assert.Empty(Prefixes.Find(["deflate", "inflate", "crc32", "adler32"], [], []));
    }

    [Fact]
    public void Strip_LeavesAName()
    {
        Prefixes prefixes = new(["sqlite3_", "SQLITE_"]);
        Assert.Equal("open", prefixes.Strip("sqlite3_open"));
        Assert.Equal("sqlite3_16bit", prefixes.Strip("sqlite3_16bit"));
        Assert.Equal("sqlite3_", prefixes.Strip("sqlite3_"));
    }
}
