// While one program is published, another one runs, mostly on one processor.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
